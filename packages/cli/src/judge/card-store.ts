import { accuracyCardSchema, type AccuracyCard } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { Workspace } from '../workspace.ts'

/** The cards of the user's own measurements, one a line; a later one of the same judge and version replaces an earlier. */
export const ownCardsFile = '.assay/judges/cards.jsonl'

/** Fails with ASSAY-7020 where the file is damaged, and leaves it as it is. */
export async function keepCard(workspace: Workspace, card: AccuracyCard): Promise<Result<void>> {
  const cards = await readOwnCards(workspace)
  if (!cards.ok) return cards
  const lines = [...cards.value, card].map((each) => `${JSON.stringify(each)}\n`)
  return workspace.writeText(ownCardsFile, lines.join(''))
}

/** Fails with ASSAY-7020 at a damaged line. */
export async function readOwnCards(workspace: Workspace): Promise<Result<readonly AccuracyCard[]>> {
  const text = (await workspace.readText(ownCardsFile)) ?? ''
  const cards: AccuracyCard[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = accuracyCardSchema.safeParse(readJson(line))
    if (!parsed.success)
      return fail(createError('ASSAY-7020', { where: `${ownCardsFile}, line ${index + 1}` }))
    cards.push(parsed.data)
  }
  return ok(cards)
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
