import { createBleu } from './bleu.ts'
import { createCer } from './cer.ts'
import { createChrf } from './chrf.ts'
import { createExactMatch } from './exact-match.ts'
import { createJaroWinkler } from './jaro-winkler.ts'
import { createLevenshtein } from './levenshtein.ts'
import { createMeteor } from './meteor.ts'
import type { TextMetricId } from './metric-descriptions.data.ts'
import { createRougeL, createRougeLsum, createRougeN } from './rouge.ts'
import { createTer } from './ter.ts'
import type { TextMetric } from './text-metric.ts'
import { createTokenF1 } from './token-f1.ts'
import { createWer } from './wer.ts'

/** Each metric with the standard options of its reference implementation. */
export const textMetrics: Readonly<Record<TextMetricId, () => TextMetric>> = {
  bleu: createBleu,
  chrf: createChrf,
  ter: createTer,
  'rouge-1': () => createRougeN(1),
  'rouge-2': () => createRougeN(2),
  'rouge-l': createRougeL,
  'rouge-lsum': createRougeLsum,
  meteor: createMeteor,
  'token-f1': createTokenF1,
  'exact-match': createExactMatch,
  wer: createWer,
  cer: createCer,
  levenshtein: createLevenshtein,
  'jaro-winkler': createJaroWinkler,
}
