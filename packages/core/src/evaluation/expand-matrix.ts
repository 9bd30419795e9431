type Value = string | number | boolean

export interface MatrixAxes {
  readonly targets: readonly string[]
  /** Prompt texts by name; none: the targets' own. */
  readonly prompts: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, readonly Value[]>>
}

export interface MatrixSetting {
  /** What sets it apart: "short · temperature 0.7"; parts that all settings share are left out. Unique in the matrix. */
  readonly label: string
  readonly target: string
  readonly prompt: string | null
  readonly parameters: Readonly<Record<string, Value>>
}

/** Every target with every prompt with every combination of parameter values, in the order given. */
export function expandMatrix({ targets, prompts, parameters }: MatrixAxes): readonly MatrixSetting[] {
  const named = Object.entries(prompts)
  const promptChoices: readonly (readonly [string, string] | null)[] = named.length === 0 ? [null] : named
  const combinations = combine(Object.entries(parameters))
  return targets.flatMap((target) =>
    promptChoices.flatMap((prompt) =>
      combinations.map((values) => ({
        label: nameSetting([
          { text: target, choices: targets.length },
          ...(prompt === null ? [] : [{ text: prompt[0], choices: named.length }]),
          ...Object.entries(values).map(([name, value]) => ({
            text: `${name} ${String(value)}`,
            choices: parameters[name]?.length ?? 1,
          })),
        ]),
        target,
        prompt: prompt?.[1] ?? null,
        parameters: values,
      })),
    ),
  )
}

function nameSetting(parts: readonly { readonly text: string; readonly choices: number }[]): string {
  const apart = parts.filter(({ choices }) => choices > 1)
  return (apart.length === 0 ? parts.slice(0, 1) : apart).map(({ text }) => text).join(' · ')
}

function combine(axes: readonly (readonly [string, readonly Value[]])[]): readonly Record<string, Value>[] {
  return axes.reduce<readonly Record<string, Value>[]>(
    (made, [name, values]) => made.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  )
}
