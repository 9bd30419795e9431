import type { QuestionType, TestCase } from '@assay/contracts'
import { createRandom } from '@assay/core/statistics'

/** So many cases of each type, drawn at random by the seed, in the order of the set. */
export function pickByType(
  cases: readonly TestCase[],
  wanted: Readonly<Partial<Record<QuestionType, number>>>,
  seed: number,
): readonly TestCase[] {
  const random = createRandom(seed)
  const chosen = new Set(
    Object.entries(wanted).flatMap(([type, count]) =>
      random.sample(
        cases.filter((each) => each.type === type),
        count,
      ),
    ),
  )
  return cases.filter((each) => chosen.has(each))
}

/** A random part of the cases, in their order. */
export function pickSome(cases: readonly TestCase[], count: number, seed: number): readonly TestCase[] {
  const chosen = new Set(createRandom(seed).sample(cases, count))
  return cases.filter((each) => chosen.has(each))
}
