import type { JudgeLabel } from '@assay/contracts'
import { toLabel } from '@assay/core/judging/calibration'
import type { StoredLabel } from '@assay/storage/postgres'

/** As `assay judge` reads it. */
export const toJudgeLabel = (stored: StoredLabel, nameOf: (personId: string) => string): JudgeLabel => ({
  ...toLabel(
    stored.ground,
    { outcome: stored.outcome, note: stored.note },
    { labeller: nameOf(stored.by.id), at: stored.at, guidelineVersion: stored.guidelineVersion },
  ),
  ...(stored.adjudicates ? { adjudicates: true as const } : {}),
})

/** A labeller's name; where two people share it, with the beginning of their ids: they are not one labeller. */
export function nameLabellers(labels: readonly Pick<StoredLabel, 'by'>[]): (personId: string) => string {
  const people = new Map(labels.map(({ by }) => [by.id, by.name]))
  const uses = Map.groupBy(people.values(), (name) => name)
  return (id) => {
    const name = people.get(id) ?? id
    return (uses.get(name)?.length ?? 0) > 1 ? `${name} (${id.slice(0, 13)})` : name
  }
}
