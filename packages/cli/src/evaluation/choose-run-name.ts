import type { Workspace } from '../workspace.ts'

/** The given name, else the target's with the next free number: `assistant-1`, `assistant-2`. */
export async function chooseRunName(
  { runs }: Workspace,
  given: string | undefined,
  target: string,
): Promise<string> {
  if (given !== undefined) return given
  const stem =
    target
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'run'
  const taken = new Set((await runs.list()).map((run) => run.name))
  let number = 1
  while (taken.has(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}
