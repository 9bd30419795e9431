import type { Workspace } from '../../workspace.ts'

/** Line of each case in a test set of JSON Lines, from 1; without the file nothing is found. */
export async function findCaseLines(
  { readText }: Pick<Workspace, 'readText'>,
  file: string,
): Promise<(caseId: string) => number | null> {
  const lines = new Map<string, number>()
  for (const [index, line] of ((await readText(file)) ?? '').split('\n').entries()) {
    const id = idOf(line)
    if (id !== null) lines.set(id, index + 1)
  }
  return (caseId) => lines.get(caseId) ?? null
}

function idOf(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line)
    const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : null
    return typeof id === 'string' ? id : null
  } catch {
    return null
  }
}
