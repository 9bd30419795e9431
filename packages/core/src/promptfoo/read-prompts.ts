import type { ImportTools } from './import-tools.ts'
import { listUnread } from './list-unread.ts'
import type { NotMapped } from './not-mapped.ts'
import { promptKeys, type PromptfooConfig } from './promptfoo-config.ts'

export interface NamedPrompt {
  readonly label: string
  readonly text: string
  /** What a test can call it by. */
  readonly names: readonly string[]
}

/** The prompts that are texts or stand in files of text; without one, the variable `prompt` is what is asked. */
export async function readPrompts(
  { prompts }: PromptfooConfig,
  { readData }: ImportTools,
  notMapped: NotMapped[],
): Promise<readonly NamedPrompt[]> {
  const read: NamedPrompt[] = []
  for (const [index, prompt] of prompts.entries()) {
    const where = `prompts[${index}]`
    const named = typeof prompt === 'string' ? { raw: prompt } : prompt
    notMapped.push(...listUnread(named, promptKeys, { where }))
    const source = named.raw ?? named.id ?? ''
    const path = source.startsWith('file://') ? source.slice('file://'.length) : null
    const data = path === null ? source : await readData(path)
    if (data === null || (path !== null && /\.(?:m?js|ts|py)$/.test(path))) {
      notMapped.push({ what: `prompt ${source}`, where, reason: 'only texts and files of text are read' })
      continue
    }
    const label = named.label ?? `prompt ${index + 1}`
    const names = [label, named.id, source, path].filter((name) => typeof name === 'string')
    read.push({ label, text: typeof data === 'string' ? data : JSON.stringify(data), names })
  }
  if (prompts.length > 0) return read
  return [{ label: 'prompt', text: '{{ prompt }}', names: ['prompt', '{{ prompt }}', '{{prompt}}'] }]
}

/** The prompts a test names: exactly, as the group before a colon, or by a `*` at the end. */
export const choosePrompts = (
  prompts: readonly NamedPrompt[],
  wanted: readonly string[] | undefined,
): readonly NamedPrompt[] =>
  wanted === undefined
    ? prompts
    : prompts.filter(({ names }) => wanted.some((each) => names.some((name) => isCalled(name, each))))

const isCalled = (name: string, wanted: string): boolean =>
  name === wanted ||
  name.startsWith(`${wanted}:`) ||
  (wanted.endsWith('*') && name.startsWith(wanted.slice(0, -1)))
