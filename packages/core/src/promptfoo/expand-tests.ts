import type { ChatMessage } from '@assay/contracts'
import * as z from 'zod'
import { chatMessageSchema } from '@assay/contracts'
import { fillTemplate, UnsupportedTemplate } from './fill-template.ts'
import type { NotMapped } from './not-mapped.ts'
import type { PromptfooAssertion, PromptfooTest } from './promptfoo-config.ts'

type Vars = Readonly<Record<string, unknown>>

export interface NamedPrompt {
  readonly label: string
  readonly text: string
}

/** One question of one prompt, with what is asked of its answer. */
export interface ExpandedTest {
  readonly prompt: string
  readonly description: string | undefined
  readonly question: string
  readonly history: readonly ChatMessage[]
  readonly vars: Vars
  readonly assertions: readonly PromptfooAssertion[]
  /** Score from which the test passes, instead of "all assertions pass". */
  readonly threshold: number | undefined
}

/** Every test with every combination of its list variables, under every prompt; defaults filled in. */
export function expandTests(
  prompts: readonly NamedPrompt[],
  tests: readonly PromptfooTest[],
  defaults: PromptfooTest | undefined,
  notMapped: NotMapped[],
): readonly ExpandedTest[] {
  const all = tests.length === 0 && defaults !== undefined ? [{}] : tests
  return all.flatMap((test, index) => {
    const where = `tests[${index}]`
    if (test.options?.transform ?? defaults?.options?.transform)
      notMapped.push({
        what: 'options.transform',
        where,
        reason: 'Assay reads parts of an answer by JSONPath (`on`)',
      })
    return combineVars({ ...defaults?.vars, ...test.vars }).flatMap((vars) =>
      prompts.flatMap((prompt) => {
        const asked = renderPrompt(prompt, vars, where, notMapped)
        if (asked === null) return []
        return [
          {
            ...asked,
            prompt: prompt.label,
            description: test.description,
            vars,
            assertions: [...(defaults?.assert ?? []), ...(test.assert ?? [])],
            threshold: test.threshold ?? defaults?.threshold,
          },
        ]
      }),
    )
  })
}

/** A list of values stands for one test each. */
function combineVars(vars: Vars): readonly Vars[] {
  return Object.entries(vars).reduce<readonly Record<string, unknown>[]>(
    (made, [name, value]) =>
      made.flatMap((each) =>
        (Array.isArray(value) ? value : [value]).map((one: unknown) => ({ ...each, [name]: one })),
      ),
    [{}],
  )
}

const messagesSchema = z.array(chatMessageSchema).min(1)

/** A prompt that is a JSON list of messages becomes the history and the last question. */
function renderPrompt(
  { label, text }: NamedPrompt,
  vars: Vars,
  where: string,
  notMapped: NotMapped[],
): { readonly question: string; readonly history: readonly ChatMessage[] } | null {
  try {
    const filled = fillTemplate(text, vars)
    const messages = filled.trimStart().startsWith('[')
      ? messagesSchema.safeParse(parseJson(filled)).data
      : undefined
    const last = messages?.at(-1)
    if (messages === undefined || last === undefined) return { question: filled, history: [] }
    return { question: last.content, history: messages.slice(0, -1) }
  } catch (error) {
    if (!(error instanceof UnsupportedTemplate)) throw error
    notMapped.push({ what: `prompt ${label}`, where, reason: error.message })
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
