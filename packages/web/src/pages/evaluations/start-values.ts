import type { HubInput } from '../../api/hub-types.ts'

/** What is filled into the form; empty texts are not said. */
export interface StartValues {
  readonly name: string
  readonly targetId: string
  /** `null`: the current one. */
  readonly targetVersion: number | null
  readonly testSetIds: readonly string[]
  readonly tags: readonly string[]
  readonly checkIds: readonly string[]
  readonly judge: string
  readonly repeats: number
  readonly gates: readonly string[]
  readonly budgetUsd: number | null
  readonly limit: number | null
}

export function toStartBody(values: StartValues): HubInput<'startEvaluation'>['body'] {
  const { name, targetVersion, limit, judge, testSetIds, tags, checkIds, gates, ...rest } = values
  return {
    ...rest,
    testSetIds: [...testSetIds],
    tags: [...tags],
    checkIds: [...checkIds],
    gates: [...gates],
    judge: judge.trim() === '' ? 'rules' : judge.trim(),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(targetVersion === null ? {} : { targetVersion }),
    ...(limit === null ? {} : { limit }),
  }
}

interface Facet {
  /** Active cases of the set. */
  readonly active: number
  /** Cases of each tag. */
  readonly tags: Readonly<Record<string, number>>
}

export interface Plan {
  readonly cases: number
  readonly questions: number
  /** Cases with several of the tags, and drafts among them, are counted more often than they are asked. */
  readonly isAtMost: boolean
}

/** What an evaluation would ask; `null`: nothing is chosen yet. */
export function planOf(
  { tags, repeats, limit }: Pick<StartValues, 'tags' | 'repeats' | 'limit'>,
  sets: readonly Facet[],
): Plan | null {
  if (sets.length === 0) return null
  const inSet = ({ active, tags: counts }: Facet): number =>
    tags.length === 0
      ? active
      : Math.min(
          active,
          tags.reduce((sum, tag) => sum + (counts[tag] ?? 0), 0),
        )
  const all = sets.reduce((sum, set) => sum + inSet(set), 0)
  const cases = Math.min(all, limit ?? Infinity)
  return { cases, questions: cases * repeats, isAtMost: tags.length > 0 }
}
