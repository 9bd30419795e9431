import type { Command } from './command.ts'

/** One row a command. `load` is called for the command that runs, so that help and start stay light. */
export interface CommandRow {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly command: Command }>
}

export const commandGroups: Readonly<Record<string, string>> = {
  kb: 'Knowledge bases: add documents, search, audit, topics',
  testset: 'Test sets: generate, review, import and export questions',
  target: 'The system under test',
  eval: 'Evaluation: run, score again, look, compare',
  models: 'The small local models',
}

export const commandTable: readonly CommandRow[] = []
