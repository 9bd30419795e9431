import type { ChatMessage } from '@assay/contracts'
import { must } from '../must.ts'
import type { Hash } from '../ports/hash.ts'
import { dataRule, fenceMark, fenceTexts, type FencedText } from './fence-texts.ts'
import type { Prompt, VariableKind } from './prompt.ts'

/** What each variable of a prompt takes. */
export type PromptValues<Variables extends Readonly<Record<string, VariableKind>>> = {
  readonly [Name in keyof Variables]: Variables[Name] extends 'fenced' ? readonly FencedText[] : string
}

const hole = /\{\{(\w+)\}\}/g

/** Fills a prompt's messages. A variable that is missing, unknown or never used is a bug. Values are not searched for `{{`. */
export function fillPrompt<Variables extends Readonly<Record<string, VariableKind>>>(
  prompt: Pick<Prompt<Variables>, 'id' | 'messages' | 'variables'>,
  values: PromptValues<Variables>,
  hash: Hash,
): ChatMessage[] {
  const names = Object.keys(prompt.variables)
  const given = new Map<string, string | readonly FencedText[]>(Object.entries(values))
  for (const name of given.keys()) known(prompt, names.includes(name), name)
  const fenced = names.flatMap((name) => (prompt.variables[name] === 'fenced' ? textsOf(given, name) : []))
  const mark = fenced.length === 0 ? null : fenceMark(fenced, hash)
  const used = new Set<string>()
  const fill = (template: string): string =>
    template.replaceAll(hole, (_, name: string) => {
      used.add(name)
      known(prompt, names.includes(name), name)
      const value = must(given.get(name), `value of {{${name}}} in the prompt ${prompt.id}`)
      return typeof value === 'string' ? value : fenceTexts(value, mark ?? '')
    })
  const messages = prompt.messages.map(({ role, content }) => ({ role, content: fill(content) }))
  for (const name of names) known(prompt, used.has(name), name)
  return mark === null ? messages : withDataRule(messages, mark)
}

function textsOf(
  given: ReadonlyMap<string, string | readonly FencedText[]>,
  name: string,
): readonly FencedText[] {
  const value = must(given.get(name), `value of {{${name}}}`)
  return must(typeof value === 'string' ? null : value, `a list of fenced texts for {{${name}}}`)
}

const known = (prompt: Pick<Prompt, 'id'>, isKnown: boolean, name: string): void => {
  must(isKnown || null, `the variable {{${name}}} of the prompt ${prompt.id}`)
}

function withDataRule(messages: readonly ChatMessage[], mark: string): ChatMessage[] {
  const rule = dataRule.replaceAll('{{fence}}', mark)
  return messages.map((message, index) =>
    index === 0 ? { ...message, content: `${message.content}\n${rule}` } : message,
  )
}
