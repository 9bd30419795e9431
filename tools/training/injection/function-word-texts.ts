import { functionWords } from '../../../packages/core/src/languages/function-words.data.ts'
import type { Random } from '../../../packages/core/src/statistics/random.ts'

/** Function words of each language at random: no language is a sign of an attack by itself. */
export const makeFunctionWordTexts = (perLanguage: number, random: Random): readonly string[] =>
  Object.values(functionWords).flatMap((words) =>
    Array.from({ length: perLanguage }, () =>
      random.sample(words.split(' '), 6 + random.integer(20)).join(' '),
    ),
  )
