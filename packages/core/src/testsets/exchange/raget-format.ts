import { chatMessageSchema, questionTypeSchema, type QuestionType, type TestCase } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import type { RecordFormat } from './exchange-format.ts'
import { createImportedCase } from './imported-case.ts'

/** A line of RAGET's `testset.jsonl`. */
const sampleSchema = z.looseObject({
  id: z.string().optional(),
  question: z.string(),
  reference_answer: z.string().nullish(),
  conversation_history: z.array(chatMessageSchema).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

const ragetNames = new Map<QuestionType, string>([
  ['distracting', 'distracting element'],
  ['out-of-scope', 'out of scope'],
])

/** RAGET writes two types with a blank; the others are the same words. */
const ragetType = (type: QuestionType): string => ragetNames.get(type) ?? type

function toType(name: unknown): QuestionType {
  const known = questionTypeSchema.options.find((type) => type === name || ragetType(type) === name)
  return known ?? 'simple'
}

export const ragetFormat: RecordFormat = {
  id: 'raget',
  fromRecord(record, tools) {
    const sample = sampleSchema.safeParse(record)
    if (!sample.success) {
      const [issue] = sample.error.issues
      return fail(
        createError('ASSAY-3002', {
          message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
        }),
      )
    }
    const { id, question, reference_answer, conversation_history, metadata } = sample.data
    const { topic, seed_document_id } = metadata ?? {}
    const isDocument = typeof seed_document_id === 'string' || typeof seed_document_id === 'number'
    return ok(
      createImportedCase(
        {
          format: 'raget',
          id,
          question,
          history: conversation_history ?? [],
          referenceAnswer: reference_answer ?? '',
          type: toType(metadata?.['question_type']),
          topic: typeof topic === 'string' ? topic : null,
          status: 'draft',
          ...(isDocument && { clusterKey: `document:${seed_document_id}` }),
        },
        tools,
      ),
    )
  },
  toRecord(testCase, { contextText }) {
    const { id, question, referenceAnswer, history, referenceContexts, topic } = testCase
    const contexts = referenceContexts.flatMap((chunkId) => {
      const text = contextText(chunkId)
      return text === undefined ? [] : [`Document ${chunkId}: ${text}`]
    })
    return {
      id,
      question,
      reference_answer: referenceAnswer,
      reference_context: contexts.join('\n\n'),
      conversation_history: history,
      metadata: {
        question_type: ragetType(testCase.type),
        ...seedDocument(testCase),
        ...(topic !== null && { topic }),
      },
    }
  },
}

const seedDocument = ({ referenceContexts: [first] }: TestCase) =>
  first === undefined ? {} : { seed_document_id: first }
