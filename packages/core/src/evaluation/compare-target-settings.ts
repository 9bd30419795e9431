import type { Comparison, EvaluationConfiguration } from '@assay/contracts'

type Settings = Readonly<Record<string, unknown>>

/** The settings of the target that are not the same, each by its name in `assay.yaml`; the target's own name is told elsewhere. */
export function compareTargetSettings(
  a: Pick<EvaluationConfiguration, 'target'>,
  b: Pick<EvaluationConfiguration, 'target'>,
): Comparison['differs'] {
  const [before, after]: readonly Settings[] = [a.target.settings ?? {}, b.target.settings ?? {}]
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .filter((key) => key !== 'name')
    .flatMap((key) => {
      const [was, is] = [toWords(before?.[key]), toWords(after?.[key])]
      return was === is ? [] : [{ what: `target ${key}`, a: was, b: is, effect: 'intended' as const }]
    })
}

const toWords = (value: unknown): string =>
  value === undefined ? 'not set' : typeof value === 'string' ? value : JSON.stringify(value)
