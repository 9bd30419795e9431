import type { CaseResult } from '@assay/contracts'

/** Gives results with positions of a range, each as the line of its case, a space and its JSON. */
export type ReadResultTexts = (range: {
  readonly from: number
  readonly to: number
}) => Promise<readonly string[]>

const readAtOnce = 5_000

/** All results of a summary in the order of the test set. */
export async function readCases(count: number, read: ReadResultTexts): Promise<CaseResult[]> {
  const placed: { readonly line: number; readonly result: CaseResult }[] = []
  for (let from = 0; from < count; from += readAtOnce)
    for (const text of await read({ from, to: Math.min(count, from + readAtOnce) })) placed.push(parse(text))
  return placed.toSorted((a, b) => a.line - b.line).map(({ result }) => result)
}

/** Written by this program from values of the type. */
function parse(text: string): { readonly line: number; readonly result: CaseResult } {
  const end = text.indexOf(' ')
  return { line: Number(text.slice(0, end)), result: JSON.parse(text.slice(end + 1)) }
}
