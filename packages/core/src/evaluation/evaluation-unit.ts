import type { TestCase } from '@assay/contracts'

/** One question put once: the unit of an evaluation. */
export interface EvaluationUnit {
  readonly key: string
  readonly testCase: TestCase
  /** 0 for the first; every repeat is a fresh conversation. */
  readonly repeat: number
}

export const evaluationUnitKey = (caseId: string, repeat: number): string => `${caseId}#${repeat}`

/**
 * All first attempts before all second ones, so that a run that is stopped early still covers every case. `walk` gives the
 * cases from their first on, once for each repeat.
 */
export async function* planEvaluation(
  walk: () => Iterable<TestCase> | AsyncIterable<TestCase>,
  repeats: number,
): AsyncGenerator<EvaluationUnit, undefined> {
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for await (const testCase of walk())
      yield { key: evaluationUnitKey(testCase.id, repeat), testCase, repeat }
}
