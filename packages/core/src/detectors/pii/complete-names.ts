import type { DetectedSpan } from '../../ports/detector.ts'

/** What a person's name ends with: a degree or a generation. */
const suffix =
  /,? (?:(?:M\.?D|D\.?D\.?S|D\.?V\.?M|D\.?O|J\.?D|R\.?N|MBA|CPA|Ph\.?D|Dr\.?Ph|Ed\.?D|Esq|Jr|Sr)\.?|I{2,3}|IV)(?![\p{L}\p{N}])/uy
/** After a street alone stands a town, a name by itself; after a street and a town its country. */
const withTownAndComma = /[,\n].*,\s+$/su
const postalCode = /[\s,]{1,20}\d{5}(?:-\d{4})?(?![\p{L}\d]|[ ./-]?\d)/uy

/** Names to their whole length, in order: a person with a degree (`MD`, `Jr.`), an address with its country and postal code. */
export function completeNames(text: string, names: readonly DetectedSpan[]): readonly DetectedSpan[] {
  const whole: DetectedSpan[] = []
  for (const name of names) {
    const last = whole.at(-1)
    const isCountry =
      last?.label === 'address' &&
      name.label === 'location' &&
      name.start - last.end < 20 &&
      withTownAndComma.test(text.slice(last.start, name.start))
    if (isCountry) whole[whole.length - 1] = { ...last, end: name.end }
    else whole.push(name)
  }
  return whole.map((name, at) => ({ ...name, end: endOf(text, name, whole[at + 1]) }))
}

function endOf(text: string, { label, end }: DetectedSpan, next: DetectedSpan | undefined): number {
  const tail = label === 'person' ? suffix : label === 'address' ? postalCode : null
  if (tail === null) return end
  tail.lastIndex = end
  const completed = end + (tail.exec(text)?.[0].length ?? 0)
  return completed > (next?.start ?? text.length) ? end : completed
}
