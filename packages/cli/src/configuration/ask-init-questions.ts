import { createError, fail, ok, type Result } from '@assay/core'
import type { InitAnswers } from './write-configuration.ts'

type TargetKind = InitAnswers['target']['kind']

export interface InitFlags {
  readonly docs: string | undefined
  readonly target: TargetKind | undefined
  readonly at: string | undefined
  readonly description: string | undefined
}

const whereHints: Readonly<Record<TargetKind, string>> = {
  openai: 'http://127.0.0.1:8000/v1#model-id',
  http: 'http://127.0.0.1:8000/ask',
  module: './assistant.ts',
  python: 'assistant.py:answer',
  recorded: 'answers.jsonl',
  command: './ask.sh',
}

/** Asks what the flags leave open; without a terminal every answer must come from a flag. */
export async function askInitQuestions(
  flags: InitFlags,
  { isTerminal }: { readonly isTerminal: boolean; readonly cwd: string },
): Promise<Result<InitAnswers>> {
  const missing = (['docs', 'target', 'at'] as const).filter((name) => flags[name] === undefined)
  if (missing.length > 0 && !isTerminal) {
    const where = missing.map((name) => `--${name}`).join(', ')
    return fail(
      createError('ASSAY-1001', {
        message: 'Not on a terminal, so nothing can be asked',
        where,
        fix: `add ${where}`,
      }),
    )
  }
  const asked = missing.length === 0 ? flags : await askOnTerminal(flags)
  if (asked === null)
    return fail(createError('ASSAY-6006', { so: 'nothing was written', fix: 'start assay init again' }))
  return toAnswers(asked)
}

/** `null`: the user left. */
async function askOnTerminal(flags: InitFlags): Promise<InitFlags | null> {
  const { isCancel, select, text } = await import('@clack/prompts')
  const ask = async (message: string, placeholder: string): Promise<string | null> => {
    const answer = await text({ message, placeholder, defaultValue: placeholder })
    return isCancel(answer) ? null : answer
  }
  const docs = flags.docs ?? (await ask('Where are your documents?', 'docs/'))
  if (docs === null) return null
  const target =
    flags.target ?? (await select({ message: 'What is the system under test?', options: targetChoices }))
  if (isCancel(target)) return null
  const at = flags.at ?? (await ask('Where is it?', whereHints[target]))
  if (at === null) return null
  const description =
    flags.description ??
    (await ask('What is it for, in one sentence?', 'answers questions about our documents'))
  return description === null ? null : { docs, target, at, description }
}

const targetChoices: { value: TargetKind; label: string }[] = [
  { value: 'http', label: 'an HTTP endpoint' },
  { value: 'openai', label: 'an OpenAI-compatible chat endpoint' },
  { value: 'module', label: 'a TypeScript or JavaScript module' },
  { value: 'python', label: 'a Python function' },
  { value: 'command', label: 'a shell command' },
  { value: 'recorded', label: 'answers I already have, in a file' },
]

function toAnswers({
  docs = 'docs/',
  target = 'http',
  at = '',
  description,
}: InitFlags): Result<InitAnswers> {
  const answers = {
    description: description ?? 'answers questions about our documents',
    sources: [docs],
    embedder: null,
    questions: 60,
  }
  switch (target) {
    case 'openai': {
      const [url = '', model = ''] = at.split('#')
      if (model === '')
        return fail(
          createError('ASSAY-1001', {
            where: `--at ${at}`,
            message: 'The model is missing',
            fix: `write it as ${whereHints.openai}`,
          }),
        )
      return ok({ ...answers, target: { kind: target, url, model } })
    }
    case 'http':
      return ok({ ...answers, target: { kind: target, url: at } })
    case 'module':
      return ok({ ...answers, target: { kind: target, module: at } })
    case 'python':
      return ok({ ...answers, target: { kind: target, function: at } })
    case 'command':
      return ok({ ...answers, target: { kind: target, command: at } })
    case 'recorded':
      return ok({ ...answers, target: { kind: target, file: at } })
  }
}
