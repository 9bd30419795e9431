import { chatMessageSchema, testCaseSchema, type TestCase } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { ForeignRecord, RecordFormat } from './exchange-format.ts'
import { createImportedCase } from './imported-case.ts'

/** A hub's CSV: one question a row, lists as numbered columns (`tag_1`, `tag_2`). */
export const hubCsvFormat: RecordFormat = {
  id: 'hub-csv',
  fromRecord(record, tools) {
    const question = textOf(record, 'user_message')
    if (question === undefined) return missing('user_message')
    const tags = numbered(record, 'tag')
    const referenceAnswer = textOf(record, 'expected_output') ?? ''
    return ok(createImportedCase({ format: 'hub-csv', question, referenceAnswer, tags }, tools))
  },
  toRecord({ question, referenceAnswer, referenceContexts, tags }, { contextText }) {
    const texts = referenceContexts.flatMap((chunkId) => contextText(chunkId) ?? [])
    return withoutEmpty({
      user_message: question,
      expected_output: referenceAnswer,
      reference_context: texts.join('\n\n'),
      ...Object.fromEntries(tags.map((tag, index) => [`tag_${index + 1}`, tag])),
    })
  },
}

/** Column names that others use for the same thing. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  id: ['case_id', 'caseid'],
  question: ['query', 'user_input', 'input', 'prompt', 'user_message'],
  referenceAnswer: [
    'reference_answer',
    'referenceanswer',
    'reference',
    'answer',
    'expected_answer',
    'expected_output',
    'expected',
    'ground_truth',
  ],
  type: ['question_type'],
  topic: ['category'],
}

const shape = testCaseSchema.shape

/** Any CSV with a column of questions; written with the columns a person edits. */
export const plainCsvFormat: RecordFormat = {
  id: 'csv',
  fromFile: renameColumns,
  fromRecord(record, tools) {
    const question = textOf(record, 'question')
    if (question === undefined) return missing('question')
    const tags = textOf(record, 'tags')
    const fields = {
      format: 'csv',
      id: textOf(record, 'id'),
      question,
      referenceAnswer: textOf(record, 'referenceAnswer') ?? '',
      topic: textOf(record, 'topic') ?? null,
      tags: tags === undefined ? [] : tags.split(';').map((tag) => tag.trim()),
      ...definite('type', shape.type.safeParse(record['type']).data),
      ...definite('level', shape.level.safeParse(record['level']).data),
      ...definite('status', shape.status.safeParse(record['status']).data),
      ...definite('language', textOf(record, 'language')),
      ...definite('history', readHistory(record['history'])),
    }
    return ok(createImportedCase(fields, tools))
  },
  toRecord({ id, type, level, question, history, referenceAnswer, topic, language, tags, status }) {
    return withoutEmpty({
      id,
      type,
      level,
      question,
      history: history.length === 0 ? '' : JSON.stringify(history),
      referenceAnswer,
      topic: topic ?? '',
      language,
      tags: tags.join('; '),
      status,
    })
  },
}

function renameColumns(record: ForeignRecord): ForeignRecord {
  const names = new Map(
    Object.entries(synonyms).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
  )
  return Object.fromEntries(
    Object.entries(record).map(([column, value]) => {
      const name = names.get(column.trim().toLowerCase())
      return [name === undefined || Object.hasOwn(record, name) ? column : name, value]
    }),
  )
}

function readHistory(text: unknown): TestCase['history'] | undefined {
  try {
    return typeof text === 'string' ? z.array(chatMessageSchema).safeParse(JSON.parse(text)).data : undefined
  } catch {
    return undefined
  }
}

const textOf = (record: ForeignRecord, column: string): string | undefined => {
  const value = record[column]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** `tag_1`, `tag_2`, … as far as they go. */
function numbered(record: ForeignRecord, stem: string): string[] {
  const values: string[] = []
  for (let index = 1; ; index += 1) {
    const value = textOf(record, `${stem}_${index}`)
    if (value === undefined) return values
    values.push(value)
  }
}

const withoutEmpty = (record: ForeignRecord): ForeignRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))

const definite = <K extends string, T>(key: K, value: T | undefined): { [Name in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [Name in K]?: T }

const missing = (column: string): Result<never> =>
  fail(createError('ASSAY-3002', { message: `The column "${column}" is missing or empty` }))
