import type { QuestionType, TestCase } from '@assay/contracts'
import { createRandom } from '@assay/core/statistics'

/** So many cases of each type, drawn at random by the seed, evenly over the documents they ask about, in the order of the set. A document of weight 2 has twice the share. */
export function pickByType(
  cases: readonly TestCase[],
  wanted: Readonly<Partial<Record<QuestionType, number>>>,
  {
    seed,
    documentOf,
    weightOf = () => 1,
  }: {
    readonly seed: number
    readonly documentOf: (testCase: TestCase) => string
    readonly weightOf?: (document: string) => number
  },
): readonly TestCase[] {
  const random = createRandom(seed)
  const asked = new Map<string, number>()
  const chosen = new Set<TestCase>()
  for (const [type, count] of Object.entries(wanted)) {
    const left = random.shuffle(cases.filter((each) => each.type === type))
    for (let drawn = 0; drawn < count && left.length > 0; drawn += 1) {
      const next = left.reduce((least, each) => (shareOf(each) < shareOf(least) ? each : least))
      left.splice(left.indexOf(next), 1)
      chosen.add(next)
      asked.set(documentOf(next), askedOf(next) + 1)
    }
  }
  return cases.filter((each) => chosen.has(each))

  function shareOf(testCase: TestCase): number {
    return askedOf(testCase) / weightOf(documentOf(testCase))
  }

  function askedOf(testCase: TestCase): number {
    return asked.get(documentOf(testCase)) ?? 0
  }
}

/** A random part of the cases, in their order. */
export function pickSome(cases: readonly TestCase[], count: number, seed: number): readonly TestCase[] {
  const chosen = new Set(createRandom(seed).sample(cases, count))
  return cases.filter((each) => chosen.has(each))
}
