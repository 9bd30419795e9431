import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target, type TargetRequest } from '@assay/core'
import { readField } from '../language-models/read-field.ts'
import { decodeAnswer, preview } from './decode-answer.ts'
import type { AnswerParts } from './measure-answer.ts'
import type { TargetDependencies } from './target-dependencies.ts'

export type RecordedTargetConfiguration = Extract<TargetConfiguration, { kind: 'recorded' }>

/** Rows in file order: the n-th row of one case answers its n-th repeat. */
type Recordings = ReadonlyMap<string, readonly AnswerParts[]>

/**
 * Answers you already have: JSON Lines with `id` (the test case's) or `question`, and the answer. A row by id wins
 * over one by question. Fails with ASSAY-1006 or, naming the line, ASSAY-4006; a case without a row with ASSAY-4007.
 */
export async function createRecordedTarget(
  configuration: RecordedTargetConfiguration,
  deps: TargetDependencies,
): Promise<Result<Target>> {
  const file = path.resolve(deps.folder, configuration.file)
  const recordings = await readRecordings(file)
  if (!recordings.ok) return recordings
  return ok({
    name: configuration.name ?? deps.name,
    kind: 'recorded',
    version: configuration.version ?? null,
    ask: (request) => Promise.resolve(findRecording(recordings.value, request, configuration.file)),
    close: () => Promise.resolve(),
  })
}

function findRecording(recordings: Recordings, request: TargetRequest, file: string): ReturnTypeOfAsk {
  const rows = recordings.get(idKey(request.caseId)) ?? recordings.get(questionKey(request.question)) ?? []
  const row = rows[request.repeat]
  if (row !== undefined) return ok({ ...row, latencyMs: row.latencyMs ?? 0 })
  const repeat = request.repeat === 0 ? '' : `, repeat ${request.repeat + 1}`
  return fail(createError('ASSAY-4007', { where: `${file}: case ${request.caseId}${repeat}` }))
}

type ReturnTypeOfAsk = Awaited<ReturnType<Target['ask']>>

const idKey = (id: string) => `id ${id}`
const questionKey = (question: string) => `question ${question.trim().replaceAll(/\s+/g, ' ')}`

async function readRecordings(file: string): Promise<Result<Recordings>> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    return fail(createError('ASSAY-1006', { where: file, detail: String(cause) }))
  }
  const recordings = new Map<string, AnswerParts[]>()
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const added = addRow(recordings, line, `${file}, line ${index + 1}`)
    if (!added.ok) return added
  }
  return ok(recordings)
}

function addRow(recordings: Map<string, AnswerParts[]>, line: string, where: string): Result<null> {
  const row = parseRow(line)
  if (row === undefined) return damaged(where, 'not JSON', line)
  const keys = rowKeys(row)
  if (keys.length === 0) return damaged(where, 'neither id nor question', line)
  const answer = decodeAnswer(row, where)
  if (!answer.ok) return damaged(answer.error.where ?? where, '', line)
  for (const key of keys) recordings.set(key, [...(recordings.get(key) ?? []), answer.value])
  return ok(null)
}

function parseRow(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function rowKeys(row: unknown): readonly string[] {
  const id = readField(row, 'id')
  const question = readField(row, 'question')
  return [
    ...(typeof id === 'string' || typeof id === 'number' ? [idKey(String(id))] : []),
    ...(typeof question === 'string' ? [questionKey(question)] : []),
  ]
}

const damaged = (where: string, reason: string, line: string): Result<never> =>
  fail(
    createError('ASSAY-4006', {
      where: reason === '' ? where : `${where}: ${reason}`,
      fix: 'mend the line; each holds { id or question, answer }',
      detail: preview(line),
    }),
  )
