import { buildTestCase } from '@assay/testkit'
import { labelHaluevalAnswers } from '../../packages/core/src/judging/rules/accuracy/label-halueval-answers.ts'
import { labelXquadAnswers } from '../../packages/core/src/judging/rules/accuracy/label-xquad-answers.ts'
import type { LabelledAnswer } from '../../packages/core/src/judging/rules/accuracy/labelled-answer.ts'
import { createRandom } from '../../packages/core/src/statistics/random.ts'
import type { AnswerRow, PassageRow } from './judged-row.ts'

/** Reads a file under the folder of labelled data. */
export type ReadData = (path: string) => string

/** Rows of each way an answer was made; the seed decides which. */
const answersPerVariant = 11
const pairs = 40
const beginRows = { wow: 70, topicalchat: 25, 'cmu-dog': 25 } as const
const declines = 60

/** Right and wrong answers to XQuAD's and HaluEval's questions, evenly over the ways they were made, and some in two more languages. */
export function drawAnswers(read: ReadData): readonly AnswerRow[] {
  const label = (language: string) => labelXquadAnswers(JSON.parse(read(`rag-xquad/xquad.${language}.json`)))
  const abroad = ['de', 'es'].flatMap((language) =>
    label(language)
      .filter(({ variant }) => withoutFrame.has(variant))
      .map((row) => ({ ...row, set: `XQuAD ${language}` })),
  )
  const all = [
    ...label('en'),
    ...labelHaluevalAnswers(read('hal-halueval-qa/qa_one-turn_data.jsonl').split('\n')),
    ...abroad,
  ]
  const groups = Map.groupBy(all, (row) => `${row.set}: ${row.variant}`)
  return [...groups].flatMap(([group, rows]) =>
    createRandom(`recorded answers, ${group}`).sample(rows, answersPerVariant).map(toAnswerRow),
  )
}

/** Ways of making an answer that add no English words. */
const withoutFrame = new Set(['exact', 'source sentence', 'swapped value', 'swapped in source sentence'])

const toAnswerRow = (row: LabelledAnswer): AnswerRow => ({
  set: row.set,
  variant: row.variant,
  clusterKey: `${row.set} ${row.clusterKey}`,
  isPositive: row.expected === 'correct',
  answer: row.answer,
  testCase: buildTestCase({
    id: 'case',
    question: row.question,
    referenceAnswer: row.reference,
    referenceClaims: [],
  }),
})

/** Answers beside the text they should rest on: HaluEval's pairs, and BEGIN's replies that are fully attributable or not. */
export const drawPassages = (read: ReadData): readonly PassageRow[] => [
  ...drawPairs(read),
  ...Object.entries(beginRows).flatMap(([corpus, count]) => drawReplies(read, corpus, count)),
]

function drawPairs(read: ReadData): readonly PassageRow[] {
  const lines = read('hal-halueval-qa/qa_one-turn_data.jsonl').trim().split('\n')
  return createRandom('recorded pairs')
    .sample([...lines.entries()], pairs)
    .flatMap(([index, line]): readonly PassageRow[] => {
      const pair: Record<'knowledge' | 'question' | 'right_answer' | 'hallucinated_answer', string> =
        JSON.parse(line)
      const row = (answer: string, isPositive: boolean): PassageRow => ({
        set: 'HaluEval QA',
        variant: isPositive ? 'right answer' : 'hallucinated answer',
        clusterKey: `HaluEval ${index}`,
        isPositive,
        checkCase: { id: 'case', input: pair.question, answer, contexts: [{ text: pair.knowledge }] },
      })
      return [row(pair.right_answer, true), row(pair.hallucinated_answer, false)]
    })
}

const beginFiles: Readonly<Record<string, string>> = {
  wow: 'wow_begin_dev_wow.tsv',
  topicalchat: 'topicalchat_begin_dev_tc.tsv',
  'cmu-dog': 'cmu-dog_begin_dev_cmu.tsv',
}

/** Both labels alike often, where there are enough; generic replies claim nothing and are left out. */
function drawReplies(read: ReadData, corpus: string, count: number): readonly PassageRow[] {
  const random = createRandom(`recorded replies ${corpus}`)
  const rows = read(`hal-begin-dev/${beginFiles[corpus] ?? ''}`)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trimEnd().split('\t'))
  const drawn = (label: string) =>
    random.sample(
      rows.filter((row) => row[5] === label),
      Math.ceil(count / 2),
    )
  return [...drawn('Fully attributable'), ...drawn('Not fully attributable')].map(
    ([, , knowledge = '', message = '', response = '', label]): PassageRow => ({
      set: `BEGIN ${corpus}`,
      variant: label ?? '',
      clusterKey: `BEGIN ${knowledge}`,
      isPositive: label === 'Fully attributable',
      checkCase: { id: 'case', input: message, answer: response, contexts: [{ text: knowledge }] },
    }),
  )
}

/** Questions taken as outside the documents: half of the answers decline, the others answer, some of them after an apology. */
export function drawDeclines(read: ReadData): readonly AnswerRow[] {
  const all = labelXquadAnswers(JSON.parse(read('rag-xquad/xquad.en.json')))
  const random = createRandom('recorded declines')
  const rows = (variant: string, isPositive: boolean, count: number, reword = (answer: string) => answer) =>
    random
      .sample(
        all.filter((row) => row.variant === variant),
        count,
      )
      .map((row) => toDecline(row, isPositive, reword(row.answer)))
  const apology = (answer: string): string =>
    `I am sorry, the documents say little about this. From what I know, though: ${answer}`
  return [
    ...rows('refusal', true, declines),
    ...rows(
      'negated',
      true,
      declines / 2,
      () => 'Nothing in the documents I was given deals with that, so I would rather not guess.',
    ),
    ...rows('in a sentence', false, declines),
    ...rows('source sentence', false, declines / 2, apology),
    ...rows('hedged', false, declines / 2),
  ]
}

const toDecline = (row: LabelledAnswer, isPositive: boolean, answer: string): AnswerRow => ({
  ...toAnswerRow(row),
  isPositive,
  answer,
  testCase: buildTestCase({
    id: 'case',
    type: 'out-of-scope',
    question: row.question,
    referenceAnswer: 'The documents do not answer this.',
    referenceClaims: [],
  }),
})
