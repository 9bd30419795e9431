import type { MeasuredSet } from '@assay/contracts'
import {
  labelBeginAnswers,
  type GroundedAnswer,
} from '../../packages/core/src/judging/rules/accuracy/label-begin-answers.ts'
import { labelGroundedAnswers } from '../../packages/core/src/judging/rules/accuracy/label-grounded-answers.ts'
import { labelHaluevalAnswers } from '../../packages/core/src/judging/rules/accuracy/label-halueval-answers.ts'
import { labelXquadAnswers } from '../../packages/core/src/judging/rules/accuracy/label-xquad-answers.ts'
import type { LabelledAnswer } from '../../packages/core/src/judging/rules/accuracy/labelled-answer.ts'
import { labelDocumentationSentences } from '../../packages/core/src/judging/rules/accuracy/label-documentation-sentences.ts'
import {
  judgeLabelled,
  toTestCase,
  type JudgedAnswer,
} from '../../packages/core/src/judging/rules/accuracy/measure-accuracy.ts'
import { judgeByRules } from '../../packages/core/src/judging/rules/create-rules-judge.ts'
import { judgeFaithfulness } from '../../packages/core/src/judging/rules/faithfulness/judge-faithfulness.ts'
import { decliningAnswers } from './declining-answers.data.ts'
import { measureSet, type MeasuredRow } from './measure-set.ts'
import { heldApartAnswers, type LabelledAnswers } from './refusal-answers.data.ts'

type Read = (path: string) => string

/** Answers to XQuAD and HaluEval QA by correctness: all, by kind of key, by how they were altered, by half of the articles. */
export async function measureCorrectness(read: Read): Promise<readonly MeasuredSet[]> {
  const answers = judgeLabelled(readAnswers(read))
  const xquad = answers.filter(({ set }) => set === 'XQuAD')
  const halueval = answers.filter(({ set }) => set === 'HaluEval QA')
  const measure = (of: readonly JudgedAnswer[], name: string, what: string): MeasuredSet =>
    measureSet(of.map(toCorrectnessRow), { name, what, kept: 'tuned on' })
  const alterations = Map.groupBy(xquad, ({ alteration }) => alteration)
  return [
    measure(
      answers,
      'rag-xquad and hal-halueval-qa',
      'Right and altered answers to questions on encyclopedia articles; positive: right',
    ),
    measure(
      xquad.filter(({ typed }) => typed),
      'rag-xquad, typed answers',
      'Numbers, dates, names, lists and yes or no',
    ),
    measure(
      xquad.filter(({ typed }) => !typed),
      'rag-xquad, free text',
      'Phrases and clauses of the articles',
    ),
    ...[...alterations].map(([alteration, of]) =>
      measure(
        of,
        `rag-xquad, ${alteration === 'none' ? 'not altered' : alteration}`,
        descriptions[alteration],
      ),
    ),
    ...(['even', 'odd'] as const).map((half) =>
      measure(
        xquad.filter((one) => one.half === half),
        `rag-xquad, ${half} articles`,
        'The first rules saw both halves: the difference shows only how far figures vary',
      ),
    ),
    measure(
      halueval.filter(({ typed }) => typed),
      'hal-halueval-qa, typed answers',
      'Right answers and such that a model made up; some of those hold the right value, with something else wrong',
    ),
    measure(
      halueval.filter(({ typed }) => !typed),
      'hal-halueval-qa, free text',
      'The same, where the right answer is a phrase',
    ),
  ]
}

const descriptions: Readonly<Record<LabelledAnswer['alteration'], string>> = {
  none: 'The answer as it stands and in lower case',
  'wrong number': 'Another number in its place, alone and in the sentence of the article',
  'swapped entity':
    'A value of the same kind from another article in its place, beside it, or after it as a correction',
  negated: '“It is not …”',
  hedged: '“I think it is …, but I am not completely sure.”',
  partial: 'A list without its last item',
  paraphrased: 'In a sentence, in the sentence of the article, with the number or date in another form',
  declined: 'A refusal where the article holds the answer',
  'made up by a model': 'A wrong answer of a model',
}

/** Answers by whether their passage supports them: sentences of documentation, XQuAD's altered, HaluEval's made up, replies of dialogue systems. */
export async function measureFaithfulness(read: Read): Promise<readonly MeasuredSet[]> {
  const sentences = documentation.flatMap((path) => labelDocumentationSentences(read(path)))
  const xquad = labelGroundedAnswers(labelXquadAnswers(JSON.parse(read('rag-xquad/xquad.en.json'))))
  const unread = xquad.filter(({ half }) => half === 'odd')
  const measure = (of: readonly GroundedAnswer[], set: Described): MeasuredSet =>
    measureSet(of.map(toFaithfulnessRow), set)
  return [
    measure(sentences, {
      name: 'rag-kb-fastify-docs and rag-kb-employee-handbook',
      what: 'Sentences of documentation against their own paragraph, as they stand, negated, or with another number; positive: as they stand',
      kept: 'held apart',
    }),
    ...[...Map.groupBy(sentences, ({ variant }) => variant)].map(([variant, of]) =>
      measure(of, { name: `documentation, ${variant}`, what: `Those ${variant}`, kept: 'held apart' }),
    ),
    measure(unread, {
      name: 'rag-xquad, odd articles',
      what: 'Right and altered answers against their paragraph; errors on these articles were not read, but on the even ones of the same source; positive: supported',
      kept: 'tuned on',
    }),
    ...[...Map.groupBy(unread, ({ variant }) => variant)].map(([variant, of]) =>
      measure(of, {
        name: `rag-xquad, odd articles, ${variant}`,
        what: of[0]?.isFaithful === true ? 'Supported by the paragraph' : 'Not supported by the paragraph',
        kept: 'tuned on',
      }),
    ),
    measure(
      xquad.filter(({ half }) => half === 'even'),
      {
        name: 'rag-xquad, even articles',
        what: 'The same, of articles whose errors were read',
        kept: 'tuned on',
      },
    ),
    ...['one', 'multi'].map((turns) =>
      measure(labelGroundedAnswers(readHalueval(read, turns)), {
        name: `hal-halueval-qa, ${turns}-turn`,
        what: 'Right answers, also in a sentence, and such that a model made up, against what their question was made from; half of them need two passages',
        kept: 'tuned on',
      }),
    ),
    ...begin.map(([name, file, what]) =>
      measure(labelBeginAnswers(read(`hal-begin-dev/${file}`).split('\n')), {
        name: `hal-begin-dev, ${name}`,
        what,
        kept: 'tuned on',
      }),
    ),
  ]
}

const documentation = [
  'rag-kb-employee-handbook/employee-handbook.md',
  ...'Errors HTTP2 Hooks LTS Lifecycle Logging Plugins Principles Reply Request Routes Server Validation-and-Serialization'
    .split(' ')
    .map((page) => `rag-kb-fastify-docs/Reference/${page}.md`),
]

const begin = [
  [
    'Wizard of Wikipedia',
    'wow_begin_dev_wow.tsv',
    'Replies of dialogue systems, fully attributable to a sentence against not fully; opinions and questions count as not',
  ],
  ['CMU DoG', 'cmu-dog_begin_dev_cmu.tsv', 'The same, on films'],
  ['TopicalChat', 'topicalchat_begin_dev_tc.tsv', 'The same, on news and facts'],
] as const

/** Answers to questions that the documents do not answer. */
export async function measureDeclining(read: Read): Promise<readonly MeasuredSet[]> {
  const own = Object.entries(decliningAnswers).flatMap(([label, answers]) =>
    answers.map(([question, answer], index) => ({
      question,
      answer,
      isDeclined: label === 'declined',
      clusterKey: question,
      half: index % 2 === 0 ? 'even' : 'odd',
    })),
  )
  const xquad = readAnswers(read)
    .filter(
      ({ set, variant }) =>
        set === 'XQuAD' && (variant === 'refusal' || variant === 'in a sentence' || variant === 'hedged'),
    )
    .map((one) => ({ ...one, isDeclined: one.variant === 'refusal' }))
  const refusals = [
    ...toAsked(heldApartAnswers.refusals, true),
    ...toAsked(heldApartAnswers.complying, false),
  ]
  return [
    ...(['odd', 'even'] as const).map((half) =>
      measureSet(own.filter((one) => one.half === half).map(toDecliningRow), {
        name: `declining-answers, our own, ${half} rows`,
        what: `Declined in many words, in part with a guess, and answered, a third of it with a negation, by the hand that wrote the rules; errors on these rows were ${half === 'odd' ? 'not ' : ''}read; positive: declined`,
        kept: 'tuned on',
      }),
    ),
    measureSet(xquad.map(toDecliningRow), {
      name: 'rag-xquad, declined and answered',
      what: 'Five wordings of a refusal, and answers plain and hedged',
      kept: 'tuned on',
    }),
    measureSet(refusals.map(toDecliningRow), {
      name: 'refusal-answers, our own',
      what: 'Requests of every kind and answers in the manner of several models, refusals in 15 languages and complying answers of the hard kinds, by the hand that wrote the rules; how to judge half refusals was chosen by its figures; positive: declined',
      kept: 'tuned on',
    }),
  ]
}

/** What still fools each judge. */
export const fooledBy: Readonly<Record<'correctness' | 'faithfulness' | 'declining', readonly string[]>> = {
  correctness: [
    'The right value said of something else: asked when a bridge was opened, “The bridge was painted in 1932” is correct where 1932 is the key.',
    'A wrong statement beside the right value: asked who founded a bank, “Anna Berg founded it as a school” is correct.',
    'A measure cut from its words: with the key “ten times its own weight”, “ten times its own weight or 20 kg” is correct.',
    'Free text with a word more: with the key “rules of trade”, “the rules of trade and war” is correct.',
    'A name in other words is another name: “the Swede” for “Maria Lindqvist” is incorrect.',
    'A paraphrase or a sum is not judged: “half a minute” for “30 s”.',
  ],
  faithfulness: [
    'A short answer that stands beside what was asked: asked who wrote the film, “Anna Berg” is faithful where she directed it in the same sentence.',
    'Words of one sentence put together anew in their order: of “The lake lies near Oslo and the fort near Lund”, “The lake lies near Lund” is faithful.',
    'What goes on with “it” after a sentence with two subjects: “Elm College sends students to Vale College. It was founded in 1901” supports 1901 for both.',
    'A paraphrase or a conclusion is not judged, right or wrong: “Sockets are dropped after half a minute”.',
    'A true addition that the passages do not hold is not faithful: “Lund, Sweden” where they say only “Lund”.',
  ],
  declining: [
    'A denial that answers: “The office does not have a fax” is not judged, for it may be true.',
    'An opinion without a value: “I could not find it, but it is surely cheap” is declined.',
    'A refusal that only points elsewhere or changes the subject: “A good question for the sales team” is an answer.',
    'An answer that cannot do something and goes on is not judged: “I cannot see your screen. The canteen is run by two cooks, who …”.',
  ],
}

const toAsked = (kinds: LabelledAnswers['refusals'], isDeclined: boolean) =>
  Object.values(kinds)
    .flat()
    .map(([question, answer]) => ({ question, answer, isDeclined, clusterKey: question }))

type Described = Pick<MeasuredSet, 'name' | 'what' | 'kept'>

const readHalueval = (read: Read, turns: string): readonly LabelledAnswer[] =>
  labelHaluevalAnswers(read(`hal-halueval-qa/qa_${turns}-turn_data.jsonl`).split('\n'))

const readAnswers = (read: Read): readonly LabelledAnswer[] => [
  ...labelXquadAnswers(JSON.parse(read('rag-xquad/xquad.en.json'))),
  ...['one', 'multi'].flatMap((turns) => readHalueval(read, turns)),
]

const toCorrectnessRow = ({ set, clusterKey, expected, label }: JudgedAnswer): MeasuredRow => ({
  isPositive: expected === 'correct',
  isFound: label === 'not-judged' ? null : label === 'correct',
  clusterKey: `${set} ${clusterKey}`,
})

function toFaithfulnessRow({
  answer,
  passage,
  question,
  isFaithful,
  clusterKey,
}: GroundedAnswer): MeasuredRow {
  const { label } = judgeFaithfulness({ answer, passages: [passage], question })
  const isOpen = label === 'not-judged' || label === 'no-claims'
  return { isPositive: isFaithful, isFound: isOpen ? null : label === 'faithful', clusterKey }
}

function toDecliningRow({
  isDeclined,
  ...asked
}: {
  readonly question: string
  readonly answer: string
  readonly isDeclined: boolean
  readonly clusterKey: string
}): MeasuredRow {
  const testCase = { ...toTestCase({ ...asked, reference: '' }), type: 'out-of-scope' as const }
  const [judgement] = judgeByRules({ testCase, answer: { text: asked.answer, latencyMs: 0 } })
  const isOpen = judgement?.outcome === 'not-judged'
  return {
    isPositive: isDeclined,
    isFound: isOpen ? null : judgement?.label === 'declined',
    clusterKey: asked.clusterKey,
  }
}
