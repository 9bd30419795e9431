import {
  evaluationConfigurationSchema,
  type Comparison,
  type EvaluationSummary,
  type RunManifest,
} from '@assay/contracts'
import type { Result } from '@assay/core'
import { compareRuns, type ComparedSide } from '@assay/core/evaluation'
import { readCases, type ReadResultTexts } from './read-cases.ts'

/** One side of a comparison: its figures, and where its cases are read. */
export interface FiguresSide {
  readonly summary: Omit<EvaluationSummary, 'cases'>
  readonly configuration: RunManifest['configuration']
  /** Results there are. */
  readonly results: number
}

// A type and no interface: it crosses to the thread as a record of ports.
export type ComparisonPorts = {
  readA: ReadResultTexts
  readB: ReadResultTexts
  /** Questions of B, by case, in the order of its cases. */
  readQuestions(range: {
    readonly from: number
    readonly to: number
  }): Promise<readonly (readonly [caseId: string, question: string])[]>
}

export interface ComparisonInput {
  readonly a: FiguresSide
  readonly b: FiguresSide
  readonly margin: number
  /** Cases of B's test set. */
  readonly questions: number
}

/** As the command line compares two run folders. Fails with ASSAY-7003 where no case stands in both. */
export async function compareFigures(
  { a, b, margin, questions }: ComparisonInput,
  ports: ComparisonPorts,
): Promise<Result<Comparison>> {
  const before = await toSide(a, ports.readA)
  const after = await toSide(b, ports.readB)
  const texts = new Map<string, string>()
  for (let from = 0; from < questions; from += readAtOnce)
    for (const [id, text] of await ports.readQuestions({ from, to: Math.min(questions, from + readAtOnce) }))
      texts.set(id, text)
  return compareRuns(before, after, { margin, questions: texts })
}

const readAtOnce = 5_000

const toSide = async (
  { summary, configuration, results }: FiguresSide,
  read: ReadResultTexts,
): Promise<ComparedSide> => ({
  summary: { ...summary, cases: await readCases(results, read) },
  configuration: evaluationConfigurationSchema.parse(configuration),
})
