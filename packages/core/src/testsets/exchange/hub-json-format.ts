import { chatMessageSchema } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import type { ForeignRecord, RecordFormat } from './exchange-format.ts'
import { createImportedCase } from './imported-case.ts'
import { isRecord, mergeOver } from './keep-original.ts'

const testCaseSchema = z.looseObject({
  id: z.string().optional(),
  messages: z.array(chatMessageSchema.loose()),
  tags: z.array(z.string()).nullish(),
  status: z.enum(['active', 'draft']).optional(),
})

/** A check's settings stand under one of these keys, by the age of the export. */
const settingKeys = ['spec', 'params', 'assertions'] as const

/** A test case of a hub dataset: messages that end with the question, and checks that hold the reference. */
export const hubJsonFormat: RecordFormat = {
  id: 'hub-json',
  fromFile: keyChecks,
  toFile: listChecks,
  fromRecord(record, tools) {
    const parsed = testCaseSchema.safeParse(record)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return fail(
        createError('ASSAY-3002', {
          message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
        }),
      )
    }
    const { id, messages, tags, status } = parsed.data
    const last = messages.findLastIndex(({ role }) => role === 'user')
    const question = messages[last]?.content
    if (question === undefined)
      return fail(createError('ASSAY-3002', { message: 'messages: there is no message of a user' }))
    const history = messages.slice(0, last).map(({ role, content }) => ({ role, content }))
    const referenceAnswer = referenceOf(record)
    return ok(
      createImportedCase(
        {
          format: 'hub-json',
          id,
          question,
          history,
          referenceAnswer,
          tags: tags ?? [],
          status: status ?? 'active',
        },
        tools,
      ),
    )
  },
  toRecord(testCase, { contextText }) {
    const { id, question, history, referenceAnswer, referenceContexts, tags, status } = testCase
    const texts = referenceContexts.flatMap((chunkId) => contextText(chunkId) ?? [])
    const check = (identifier: string, spec: ForeignRecord) => ({
      identifier,
      enabled: true,
      spec,
    })
    return {
      id,
      messages: [...history, { role: 'user', content: question }],
      tags,
      checks: {
        ...(referenceAnswer !== '' && { correctness: check('correctness', { reference: referenceAnswer }) }),
        ...(texts.length > 0 && { groundedness: check('groundedness', { context: texts.join('\n\n') }) }),
      },
      status,
    }
  },
}

/** Checks by their identifier, so that one of them can change while the others stay; a list with a repeated one stays a list. */
function keyChecks(record: ForeignRecord): ForeignRecord {
  const { checks } = record
  if (!Array.isArray(checks) || !checks.every((check) => isRecord(check))) return record
  const keyed = new Map(checks.map((check) => [String(check['identifier']), check]))
  return keyed.size === checks.length ? { ...record, checks: Object.fromEntries(keyed) } : record
}

function listChecks(record: ForeignRecord): ForeignRecord {
  const { checks } = record
  return isRecord(checks) ? { ...record, checks: Object.values(checks).map(settleReference) } : record
}

/** An older export's check keeps its own key for the settings, with the reference as it is now. */
function settleReference(check: unknown): unknown {
  if (!isRecord(check) || !isRecord(check['spec'])) return check
  const older = settingKeys.find((key) => key !== 'spec' && isRecord(check[key]))
  const settings = older === undefined ? undefined : check[older]
  if (older === undefined || !isRecord(settings)) return check
  const { spec, ...rest } = check
  return { ...rest, [older]: mergeOver(settings, spec) }
}

function referenceOf(record: ForeignRecord): string {
  const reference = settingsOf(record, 'correctness')?.['reference']
  return typeof reference === 'string' ? reference : ''
}

function settingsOf({ checks }: ForeignRecord, identifier: string): ForeignRecord | undefined {
  const list = Array.isArray(checks) ? checks : isRecord(checks) ? Object.values(checks) : []
  const check: unknown = list.find((each) => isRecord(each) && each['identifier'] === identifier)
  return isRecord(check) ? settingKeys.map((key) => check[key]).find((value) => isRecord(value)) : undefined
}
