import type { QuestionType } from '@assay/contracts'
import type { GenerationUnit } from './generator.ts'
import type { GenerationProgress } from './read-generation-progress.ts'

/** Model calls for each delivered question, on average, that a top-up may not exceed. */
export const callsPerQuestion = 4

/** Questions are shared out evenly; the first types take what is left over. */
export const shareOut = (
  questions: number,
  types: readonly QuestionType[],
): ReadonlyMap<QuestionType, number> =>
  new Map(
    types.map((type, place) => [
      type,
      Math.floor(questions / types.length) + (place < questions % types.length ? 1 : 0),
    ]),
  )

/**
 * What a further round asks for: the types that fell short of their share and gave something, as far as they fell short;
 * what nothing else can give is shared among the types that give most. Empty when nothing is short or nothing gave anything.
 */
export function wantedInRound(
  shares: ReadonlyMap<QuestionType, number>,
  questions: number,
  { selection, yields }: GenerationProgress,
): ReadonlyMap<QuestionType, number> {
  const fruitful = [...shares.keys()].filter((type) => (yields.get(type) ?? 0) > 0)
  const wanted = new Map<QuestionType, number>()
  let missing = questions - selection.cases.length
  for (const type of fruitful) {
    const delivered = selection.cases.filter((one) => one.type === type).length
    const lacking = (shares.get(type) ?? 0) - delivered
    if (lacking > 0) wanted.set(type, lacking)
    missing -= Math.max(0, lacking)
  }
  const byYield = fruitful.toSorted((one, other) => (yields.get(other) ?? 0) - (yields.get(one) ?? 0))
  for (const [type, extra] of shareOut(Math.max(0, missing), byYield))
    if (extra > 0) wanted.set(type, (wanted.get(type) ?? 0) + extra)
  return wanted
}

/** The units that keep the calls within what the delivered questions allow, by what the types gave so far. */
export function affordableUnits<U extends GenerationUnit>(
  units: readonly U[],
  questions: number,
  { selection, yields, calls }: GenerationProgress,
): readonly U[] {
  let spent = calls
  let delivered = selection.cases.length
  return units.filter((unit) => {
    const expected = Object.entries(unit.candidates).reduce(
      (sum, [type, count]) => sum + count * (yields.get(type as QuestionType) ?? 0),
      0,
    )
    const isAffordable = spent + unit.calls <= callsPerQuestion * Math.min(questions, delivered + expected)
    if (!isAffordable) return false
    spent += unit.calls
    delivered += expected
    return true
  })
}
