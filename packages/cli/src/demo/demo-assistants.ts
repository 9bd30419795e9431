import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as z from 'zod'
import { targetAnswerSchema, type ChatMessage } from '@assay/contracts'
import {
  createError,
  fail,
  ok,
  type LanguageModel,
  type Result,
  type Target,
  type TargetRequest,
} from '@assay/core'

/** The demo's example project; only the repository has it. */
export const demoFolder = fileURLToPath(new URL('../../../../examples/demo-assistant/', import.meta.url))

export interface Page {
  readonly name: string
  readonly text: string
}

const answerSchema = targetAnswerSchema.omit({ latencyMs: true })
type Answer = (input: {
  readonly question: string
  readonly history: readonly ChatMessage[]
  readonly signal: AbortSignal
}) => Promise<unknown>
type Generate = (request: {
  readonly messages: readonly ChatMessage[]
  readonly maxTokens: number
  readonly temperature: number
  readonly signal?: AbortSignal
}) => Promise<string>

const extractiveModule = z.object({
  createExtractiveAssistant: z.custom<(pages: readonly Page[]) => { readonly answer: Answer }>(
    (value) => typeof value === 'function',
  ),
})
const modelModule = z.object({
  createAssistant: z.custom<
    (deps: { readonly generate: Generate; readonly pages?: readonly Page[] }) => { readonly answer: Answer }
  >((value) => typeof value === 'function'),
})

/** The extractive assistant over the given pages, with none of the demo's planted faults but that it never declines. */
export async function openExtractiveAssistant(pages: readonly Page[], name: string): Promise<Result<Target>> {
  const loaded = await loadExample('assistant-v1.ts')
  if (!loaded.ok) return loaded
  return ok(
    createInProcessTarget(
      name,
      'v1',
      extractiveModule.parse(loaded.value).createExtractiveAssistant(pages).answer,
    ),
  )
}

/** The assistant that writes its answers with a language model. `pages`: what it knows; the demo's documentation when absent. */
export async function openModelAssistant(
  model: LanguageModel,
  name: string,
  pages?: readonly Page[],
): Promise<Result<Target>> {
  const loaded = await loadExample('assistant-v2.ts')
  if (!loaded.ok) return loaded
  const deps = { generate: generateWith(model), ...(pages === undefined ? {} : { pages }) }
  return ok(
    createInProcessTarget(
      name,
      'v2 (small model)',
      modelModule.parse(loaded.value).createAssistant(deps).answer,
    ),
  )
}

async function loadExample(file: string): Promise<Result<unknown>> {
  const path = `${demoFolder}${file}`
  if (!existsSync(path))
    return fail(
      createError('ASSAY-1006', {
        where: path,
        message: 'The demo is part of the repository',
        fix: 'clone the repository and start npm run demo there',
      }),
    )
  return ok(await import(pathToFileURL(path).href))
}

function createInProcessTarget(name: string, version: string, answer: Answer): Target {
  return {
    name,
    version,
    kind: 'module',
    ask: async ({ question, history }: TargetRequest, { signal }) => {
      const started = performance.now()
      try {
        const given = answerSchema.parse(await answer({ question, history, signal }))
        return ok({ ...given, latencyMs: performance.now() - started })
      } catch (error) {
        return fail(
          createError('ASSAY-4003', {
            where: name,
            detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
        )
      }
    },
    close: async () => undefined,
  }
}

/** The small model as the assistant's own part: not a call of Assay's, so neither cached nor budgeted. */
function generateWith(model: LanguageModel): Generate {
  return async ({ messages, maxTokens, temperature, signal }) => {
    const reply = await model.generate(
      { messages: [...messages], maxOutputTokens: maxTokens, temperature },
      { signal: signal ?? new AbortController().signal },
    )
    if (!reply.ok) throw new Error(`${reply.error.code} ${reply.error.message}`)
    return reply.value.text
  }
}
