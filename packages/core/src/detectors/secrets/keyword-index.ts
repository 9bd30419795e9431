interface KeywordHit<T> {
  readonly at: number
  readonly keyword: string
  readonly rules: readonly T[]
}

interface Entry<T> {
  readonly keyword: string
  readonly rules: T[]
}

/**
 * Finds all keywords of all rules in one pass over a text, upper or lower case alike: by their first three characters, then
 * in full. Keywords are in lower case and have two characters or more.
 */
export function createKeywordIndex<T extends { readonly keywords: readonly string[] }>(
  rules: readonly T[],
): (text: string) => Generator<KeywordHit<T>> {
  const buckets = fillBuckets(rules)
  return function* findKeywords(text) {
    let [first, second] = [foldCase(text.charCodeAt(0)), foldCase(text.charCodeAt(1))]
    for (let at = 0; at + 1 < text.length; at += 1) {
      const third = foldCase(text.charCodeAt(at + 2))
      const bucket = buckets[bucketOf(first, second, third)]
      for (const { keyword, rules: of } of bucket ?? none)
        if (standsAt(text, keyword, at)) yield { at, keyword, rules: of }
      first = second
      second = third
    }
  }
}

const none: readonly never[] = []

/** Of five bits each: different characters may share a bucket. */
const bucketOf = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31)

/** A keyword of two characters stands in the bucket of each third. */
function bucketsOf(keyword: string): readonly number[] {
  const thirds = keyword.length > 2 ? [keyword.charCodeAt(2)] : Array.from({ length: 32 }, (_, code) => code)
  return thirds.map((third) => bucketOf(keyword.charCodeAt(0), keyword.charCodeAt(1), third))
}

function fillBuckets<T extends { readonly keywords: readonly string[] }>(
  rules: readonly T[],
): readonly (readonly Entry<T>[] | undefined)[] {
  const entries = new Map<string, Entry<T>>()
  for (const rule of rules)
    for (const keyword of new Set(rule.keywords)) {
      const known = entries.get(keyword)
      if (known) known.rules.push(rule)
      else entries.set(keyword, { keyword, rules: [rule] })
    }
  const buckets = Array.from<Entry<T>[] | undefined>({ length: 2 ** 15 })
  for (const entry of entries.values())
    for (const bucket of bucketsOf(entry.keyword)) buckets[bucket] = [...(buckets[bucket] ?? []), entry]
  return buckets
}

/** A to Z in lower case; other characters as they are. */
const foldCase = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

function standsAt(text: string, keyword: string, at: number): boolean {
  for (let index = 0; index < keyword.length; index += 1)
    if (foldCase(text.charCodeAt(at + index)) !== keyword.charCodeAt(index)) return false
  return true
}
