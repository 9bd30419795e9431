import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { documentSchema, preview, toolCallValueSchema, usageValueSchema } from './decode-answer.ts'
import type { AnswerParts } from './measure-answer.ts'
import { queryJson, queryList } from '@assay/core/json-path'

export type HttpTargetConfiguration = Extract<TargetConfiguration, { kind: 'http' }>

/**
 * Reads an HTTP answer by its response paths. A body that came whole is one event; of a stream, the last event that
 * carries a field counts. Fails with ASSAY-4004 that names the path.
 */
export function decodeEvents(
  events: readonly unknown[],
  configuration: HttpTargetConfiguration,
): Result<AnswerParts & { readonly threadId: string | null }> {
  const text = readText(events, configuration)
  if (text === null)
    return notFound(configuration.stream === 'none' ? 'answerPath' : 'deltaPath', events, configuration)
  const documents = readDocuments(events, configuration)
  if (documents === 'broken') return notFound('documentTextPath', events, configuration)
  const toolCalls = toolCallValueSchema.array().safeParse(lastList(events, configuration.toolCallsPath)).data
  const usage = usageValueSchema.safeParse(lastValue(events, configuration.usagePath)).data
  const returnedModel = lastValue(events, configuration.modelPath)
  return ok({
    text,
    ...(documents === null ? {} : { documents }),
    ...(toolCalls === undefined ? {} : { toolCalls }),
    ...(usage === undefined ? {} : { usage }),
    ...(typeof returnedModel === 'string' ? { returnedModel } : {}),
    threadId: toText(lastValue(events, configuration.threadIdPath)),
  })
}

function readText(
  events: readonly unknown[],
  { stream, deltaPath, answerPath }: HttpTargetConfiguration,
): string | null {
  const whole = () => joinTexts(queryJson(answerPath, events.at(-1)))
  if (stream === 'none') return whole()
  const deltas = events.flatMap((event) => queryJson(deltaPath, event))
  return deltas.some((delta) => typeof delta === 'string') ? joinTexts(deltas) : whole()
}

/** Several matches are one text; `null` when nothing matched or a match is no text. A `null` answer is an empty one. */
function joinTexts(values: readonly unknown[]): string | null {
  if (values.length === 0) return null
  const texts = values.map((value) => (value === null ? '' : toText(value)))
  return texts.includes(null) ? null : texts.join('')
}

const toText = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null

function readDocuments(
  events: readonly unknown[],
  { documentsPath, documentTextPath, documentIdPath }: HttpTargetConfiguration,
): AnswerParts['documents'] | null | 'broken' {
  const list = lastList(events, documentsPath)
  if (list === null) return null
  const documents = list.map((item) => {
    if (typeof item === 'string') return { text: item }
    const id = toText(queryJson(documentIdPath, item)[0])
    const score: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'score') : undefined
    return documentSchema.safeParse({ text: queryJson(documentTextPath, item)[0], id, score }).data
  })
  const read = documents.filter((document) => document !== undefined)
  return read.length === documents.length ? read : 'broken'
}

const lastList = (events: readonly unknown[], path: string | undefined): readonly unknown[] | null =>
  path === undefined
    ? null
    : events.reduce<readonly unknown[] | null>((last, event) => queryList(path, event) ?? last, null)

const lastValue = (events: readonly unknown[], path: string | undefined): unknown =>
  path === undefined
    ? undefined
    : events.reduce((last, event) => queryJson(path, event)[0] ?? last, undefined)

type PathOption = 'answerPath' | 'deltaPath' | 'documentTextPath'

function notFound(
  option: PathOption,
  events: readonly unknown[],
  configuration: HttpTargetConfiguration,
): Result<never> {
  const where = `${configuration.url}: no text at ${option} ${configuration[option]}`
  return fail(createError('ASSAY-4004', { where, detail: preview(events.at(-1) ?? '') }))
}
