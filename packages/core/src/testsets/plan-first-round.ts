import type { Result } from '../result.ts'
import type { GenerationOptions, GenerationUnit, QuestionGenerator } from './generator.ts'
import { shareOut } from './plan-round.ts'

/** The units a generation begins with, without doing any: what a dry run counts. */
export const planFirstRound = <U extends GenerationUnit>(
  generator: QuestionGenerator<U>,
  options: GenerationOptions,
): Result<readonly U[]> =>
  generator.plan(
    {
      options,
      round: 0,
      wanted: shareOut(options.questions, options.types ?? generator.types),
      yields: new Map(),
    },
    [],
  )
