import type { ChatMessage } from '@assay/contracts'
import * as z from 'zod'
import { chatMessageSchema } from '@assay/contracts'
import { fillTemplate, toText, UnsupportedTemplate } from './fill-template.ts'
import type { NotMapped } from './not-mapped.ts'
import { choosePrompts, type NamedPrompt } from './read-prompts.ts'
import type { ReadTest, Vars } from './read-tests.ts'

/** One question of one prompt, with what is asked of its answer. */
export interface ExpandedTest extends Pick<
  ReadTest,
  'where' | 'description' | 'vars' | 'assertions' | 'threshold' | 'judge'
> {
  readonly prompt: string
  readonly question: string
  readonly history: readonly ChatMessage[]
}

/** Every test with every combination of its list variables, under each of its prompts. */
export const expandTests = (
  prompts: readonly NamedPrompt[],
  tests: readonly ReadTest[],
  notMapped: NotMapped[],
): readonly ExpandedTest[] =>
  tests.flatMap((test) => {
    const chosen = choosePrompts(prompts, test.prompts)
    for (const name of test.prompts ?? [])
      if (choosePrompts(prompts, [name]).length === 0)
        notMapped.push({ what: 'prompts', where: test.where, reason: `no prompt that was read is ${name}` })
    return (test.isExpanded ? combineVars(test.vars) : [test.vars]).map(resolveVars).flatMap((vars) =>
      chosen.flatMap((prompt) => {
        const asked = renderPrompt(prompt, { ...test, vars }, notMapped)
        return asked === null ? [] : [{ ...test, ...asked, prompt: prompt.label, vars }]
      }),
    )
  })

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

const deepest = 5

/** Variables in the texts of variables, as deep as promptfoo looks; what is not known stays as it is. */
function resolveVars(written: Vars): Vars {
  let vars = written
  for (let depth = 0; depth < deepest; depth += 1) {
    const known = vars
    const fill = (all: string, name: string) => (Object.hasOwn(known, name) ? toText(known[name]) : all)
    vars = Object.fromEntries(
      Object.entries(known).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, fill) : value,
      ]),
    )
  }
  return vars
}

const messagesSchema = z.array(chatMessageSchema).min(1)

/** A prompt that is a JSON list of messages becomes the history and the last question. */
function renderPrompt(
  { label, text }: NamedPrompt,
  { vars, where, prefix, suffix }: ReadTest,
  notMapped: NotMapped[],
): Pick<ExpandedTest, 'question' | 'history'> | null {
  try {
    const filled = fillPrompt(`${prefix}${text}${suffix}`, vars)
    const messages = messagesSchema.safeParse(typeof filled === 'string' ? parseJson(filled) : filled).data
    const last = messages?.at(-1)
    if (messages !== undefined && last !== undefined)
      return { question: last.content, history: messages.slice(0, -1) }
    return { question: typeof filled === 'string' ? filled : JSON.stringify(filled, null, 2), history: [] }
  } catch (error) {
    if (!(error instanceof UnsupportedTemplate)) throw error
    notMapped.push({ what: `prompt ${label}`, where, reason: error.message })
    return null
  }
}

/** The texts within JSON are filled one by one, so that a quote in a variable ends none; any other prompt twice, as there. */
function fillPrompt(template: string, vars: Vars): unknown {
  const data = parseJson(template)
  return typeof data === 'object' && data !== null
    ? fillWithin(data, vars)
    : fillTemplate(fillTemplate(template, vars), vars)
}

function fillWithin(value: unknown, vars: Vars): unknown {
  if (typeof value === 'string') return fillTemplate(value, vars)
  if (Array.isArray(value)) return value.map((each) => fillWithin(each, vars))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillWithin(each, vars)]))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
