import type { FencedText } from '../../prompts/fence-texts.ts'

/** What is wrong with a list that must hold one entry for each label, in words for the model; `null`: nothing. */
export function findEntryFault(
  list: string,
  wanted: readonly Pick<FencedText, 'label'>[],
  labels: readonly string[],
): string | null {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const wrong = wanted.find(({ label }) => counts.get(label) !== 1)
  return wrong === undefined ? null : `${list}: there must be exactly one entry for ${wrong.label}`
}
