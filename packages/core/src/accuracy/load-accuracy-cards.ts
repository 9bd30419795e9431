import { accuracyCardSchema, type AccuracyCard } from '@assay/contracts'
import * as z from 'zod'

/** Cards of the judges and detectors that ship, written by tools/measure-accuracy.ts. Read when a card is asked for: most commands need none. */
export async function loadAccuracyCards(): Promise<readonly AccuracyCard[]> {
  const { default: cards } = await import('./cards.json', { with: { type: 'json' } })
  return z.array(accuracyCardSchema).parse(cards)
}
