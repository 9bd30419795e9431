import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { ModelReply } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import * as z from 'zod'
import { isRequestFile } from './batch-requests.ts'
import { decodeChatCompletion } from './chat-completion.ts'

type BatchAnswer = Result<Omit<ModelReply, 'latencyMs'>>

export interface BatchAnswers {
  /** The answer of one request, `null` while there is none. Looks at the folder anew when its files changed. */
  find(key: string): Promise<Result<BatchAnswer | null>>
}

interface AnswerFile {
  readonly stamp: string
  readonly answers: ReadonlyMap<string, BatchAnswer>
  /** `file, line N: reason` of lines that could not be read. */
  readonly damage: readonly string[]
}

export function openBatchAnswers(folder: string): BatchAnswers {
  const files = new Map<string, AnswerFile>()
  let refreshing: Promise<void> | null = null
  const refresh = () => (refreshing ??= refreshFiles(folder, files).finally(() => (refreshing = null)))
  return {
    async find(key) {
      const answered = findAnswer(files, key)
      if (answered?.ok) return ok(answered)
      try {
        await refresh()
      } catch (cause) {
        return fail(createError('ASSAY-1006', { where: folder, detail: String(cause) }))
      }
      const fresh = findAnswer(files, key)
      if (fresh !== null) return ok(fresh)
      const damage = [...files.values()].flatMap((file) => file.damage)[0]
      return damage === undefined ? ok(null) : fail(createError('ASSAY-5013', { where: damage }))
    },
  }
}

/** A good answer in any file wins over an error in another: the request was sent again. */
function findAnswer(files: ReadonlyMap<string, AnswerFile>, key: string): BatchAnswer | null {
  let failed: BatchAnswer | null = null
  for (const file of files.values()) {
    const answer = file.answers.get(key)
    if (answer?.ok) return answer
    failed = answer ?? failed
  }
  return failed
}

async function refreshFiles(folder: string, files: Map<string, AnswerFile>): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl') && !isRequestFile(name))
  for (const name of files.keys()) if (!names.includes(name)) files.delete(name)
  for (const name of names) {
    const file = path.join(folder, name)
    const { size, mtimeMs } = await stat(file)
    const stamp = `${size} ${mtimeMs}`
    if (files.get(name)?.stamp !== stamp) files.set(name, { stamp, ...(await readAnswerFile(file)) })
  }
}

async function readAnswerFile(file: string): Promise<Omit<AnswerFile, 'stamp'>> {
  const answers = new Map<string, BatchAnswer>()
  const damage: string[] = []
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const where = `${file}, line ${number}`
    const row = parseLine(line)
    if (row === null) damage.push(where)
    else if (!answers.get(row.custom_id)?.ok) answers.set(row.custom_id, toAnswer(row, where))
  }
  return { answers, damage }
}

const answerLineSchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.unknown().optional(),
})
type AnswerLine = z.infer<typeof answerLineSchema>

function parseLine(line: string): AnswerLine | null {
  try {
    return answerLineSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

function toAnswer({ response, error }: AnswerLine, where: string): BatchAnswer {
  const reply = response?.status_code === 200 ? decodeChatCompletion(response.body) : null
  if (reply !== null) return ok(reply)
  const detail = JSON.stringify(error ?? response?.body ?? null).slice(0, 2000)
  const fix = 'send the request again and put the new answer file into the folder'
  return fail(createError('ASSAY-5006', { where, detail, fix }))
}
