import type { AccuracyCard, MeasuredSet } from '@assay/contracts'
import { sha256 } from '@assay/storage/files'
import { jailbreakDetector } from '../../packages/core/src/detectors/injection/jailbreak-detector.ts'
import { promptInjectionDetector } from '../../packages/core/src/detectors/injection/prompt-injection-detector.ts'
import { piiDetector } from '../../packages/core/src/detectors/pii/pii-detector.ts'
import { detectorVersions } from '../../packages/core/src/detectors/detector-versions.data.ts'
import { tagEntities } from '../../packages/core/src/detectors/pii/tagger/tag-entities.ts'
import { refusalDetector } from '../../packages/core/src/detectors/refusal/refusal-detector.ts'
import { secretsDetector } from '../../packages/core/src/detectors/secrets/secrets-detector.ts'
import { toxicityDetector } from '../../packages/core/src/detectors/toxicity/toxicity-detector.ts'
import { createRulesJudge, judgeByRules } from '../../packages/core/src/judging/rules/create-rules-judge.ts'
import { toTestCase } from '../../packages/core/src/judging/rules/accuracy/measure-accuracy.ts'
import { judgeFaithfulness } from '../../packages/core/src/judging/rules/faithfulness/judge-faithfulness.ts'
import { createModelJudge } from '../../packages/core/src/judging/model/create-model-judge.ts'
import type { Detector } from '../../packages/core/src/ports/detector.ts'
import { checkClaimsPrompt } from '../../packages/core/src/prompts/check-claims.data.ts'
import { checkSplitClaimsPrompt } from '../../packages/core/src/prompts/check-split-claims.data.ts'
import { promptVersion } from '../../packages/core/src/prompts/prompt.ts'
import * as injection from './measure-injection.ts'
import * as models from './measure-model-judges.ts'
import * as pii from './measure-pii.ts'
import * as refusal from './measure-refusal.ts'
import * as rules from './measure-rule-judges.ts'
import * as secrets from './measure-secrets.ts'
import * as tagger from './measure-tagger.ts'
import * as toxicity from './measure-toxicity.ts'

/** Gives the text of a path under shared/data. */
export type ReadData = (path: string) => string

/** One judge or detector and how it is measured: what its card is made from. */
export interface AccuracySuite extends Pick<
  AccuracyCard,
  'id' | 'kind' | 'version' | 'method' | 'threshold' | 'usdPer1000Verdicts' | 'fooledBy'
> {
  readonly measure: (read: ReadData) => Promise<readonly MeasuredSet[]>
  /** Sets made of this repository's own files: they move with every commit, so their figures are those of the day of the card. */
  readonly moving?: readonly string[]
  /** Looks at one text, for the clock; `null`: it is not timed, since its answers are recorded. */
  readonly look: ((text: string) => Promise<unknown>) | null
}

const lookWith = (detector: Detector) => (text: string) =>
  detector.detect([{ text }], new AbortController().signal)

/** What every detector of ours has in common: nothing is called, and 0.5 is "found". */
const detectorSuite = (
  detector: Detector,
  method: string,
  { measure, fooledBy }: { readonly measure: AccuracySuite['measure']; readonly fooledBy: readonly string[] },
): AccuracySuite => ({
  id: detector.id,
  kind: 'detector',
  version: detector.version,
  method,
  threshold: { value: 0.5, chosen: 'scores are set so that it works at 0.5; they are no probabilities' },
  usdPer1000Verdicts: 0,
  fooledBy: [...fooledBy],
  measure,
  look: lookWith(detector),
})

const rulesJudge = {
  kind: 'judge',
  version: createRulesJudge().version,
  usdPer1000Verdicts: 0,
  threshold: { value: null, chosen: 'the rules say right, wrong, or that they cannot tell; nothing is set' },
} as const

/** A prompt of ours put to a large model; its answers are recorded (tools/recordings). */
const recordedJudge = {
  kind: 'judge',
  method: 'a large language model, November 2026, asked once by our prompt; its answers are recorded',
  threshold: { value: null, chosen: 'the model says right, wrong, or that it cannot tell; nothing is set' },
  usdPer1000Verdicts: null,
  look: null,
} as const
const modelJudgeVersion = createModelJudge({ judgeModelId: 'recorded:large', hash: sha256 }).version

/** One row each: a new detector or judge gets its card by its row here and `node tools/measure-accuracy.ts ID`. */
export const suites: readonly AccuracySuite[] = [
  {
    ...rulesJudge,
    id: 'rules',
    method: 'fixed rules: the typed value of the reference in the asked place of the answer',
    fooledBy: [...rules.fooledBy.correctness, ...rules.fooledBy.declining],
    measure: async (read) => [
      ...(await rules.measureCorrectness(read)),
      ...(await rules.measureDeclining(read)),
    ],
    look: async (text) =>
      judgeByRules({
        testCase: toTestCase({ question: 'How many gates has the harbour of Vik?', reference: '12' }),
        answer: { text, latencyMs: 0 },
      }),
  },
  {
    ...rulesJudge,
    id: 'rules-faithfulness',
    method: 'fixed rules: every claim of the answer in one window of the passages',
    fooledBy: [...rules.fooledBy.faithfulness],
    measure: rules.measureFaithfulness,
    look: async (text) =>
      judgeFaithfulness({
        answer: 'The harbour of Vik has 12 gates.',
        passages: [text],
        question: 'How many gates has the harbour of Vik?',
      }),
  },
  {
    ...recordedJudge,
    id: 'model-correctness',
    version: modelJudgeVersion,
    fooledBy: [...models.fooledBy.correctness],
    measure: models.measureModelCorrectness,
  },
  {
    ...recordedJudge,
    id: 'model-declining',
    version: modelJudgeVersion,
    fooledBy: [...models.fooledBy.declining],
    measure: models.measureModelDeclining,
  },
  {
    ...recordedJudge,
    id: 'model-faithfulness',
    version: [checkSplitClaimsPrompt, checkClaimsPrompt]
      .map((prompt) => promptVersion(prompt, sha256))
      .join(' '),
    fooledBy: [...models.fooledBy.faithfulness],
    measure: models.measureModelFaithfulness,
  },
  {
    ...detectorSuite(secretsDetector, 'forms of issued tokens, and values beside names of secrets', {
      measure: secrets.measureSecrets,
      fooledBy: secrets.fooledBy,
    }),
    moving: ['sources of this repository and its lock file'],
  },
  detectorSuite(refusalDetector, 'rules by statement, in English and fourteen other languages', {
    measure: refusal.measureRefusal,
    fooledBy: refusal.fooledBy,
  }),
  {
    ...detectorSuite(
      promptInjectionDetector,
      'n-gram classifiers by segment, hidden text decoded, and rules',
      {
        measure: injection.measureInjection,
        fooledBy: injection.fooledBy,
      },
    ),
    moving: ['documentation about the security of models'],
  },
  detectorSuite(jailbreakDetector, 'n-gram classifier over the whole text, disguised letters read as plain', {
    measure: injection.measureJailbreak,
    fooledBy: injection.jailbreakFooledBy,
  }),
  detectorSuite(
    piiDetector,
    'forms with their check digits and the words beside them, and a tagger of names',
    {
      measure: pii.measurePii,
      fooledBy: pii.fooledBy,
    },
  ),
  {
    ...detectorSuite(piiDetector, 'a linear tagger of persons, places, organisations and addresses', {
      measure: tagger.measureTagger,
      fooledBy: tagger.fooledBy,
    }),
    id: 'pii-names',
    version: detectorVersions['pii-names'],
    look: async (text) => tagEntities(text),
  },
  detectorSuite(toxicityDetector, 'n-gram classifier and rules', {
    measure: toxicity.measureToxicity,
    fooledBy: toxicity.fooledBy,
  }),
]
