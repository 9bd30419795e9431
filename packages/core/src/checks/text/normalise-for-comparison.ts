import * as z from 'zod'

/** How two texts are made alike before they are compared: parameters many text checks share. */
export const comparisonParameters = {
  ignoreCase: z.boolean().default(false).describe('Compare without regard to case (Unicode case folding)'),
  normalise: z
    .boolean()
    .default(true)
    .describe('Compare in Unicode normal form C, white space at the ends left out'),
}

export function normaliseForComparison(
  text: string,
  { ignoreCase, normalise }: { readonly ignoreCase: boolean; readonly normalise: boolean },
): string {
  const shaped = normalise ? text.normalize('NFC').trim() : text
  // Upper case first: "ß" and "SS" fold alike.
  return ignoreCase ? shaped.toUpperCase().toLowerCase() : shaped
}
