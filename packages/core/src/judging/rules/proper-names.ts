import { splitSentences } from './split-clauses.ts'
import { stopWords } from './stop-words.data.ts'
import { readWords, type Word } from './read-words.ts'

const connectors: ReadonlySet<string> = new Set([
  'of',
  'the',
  'de',
  'la',
  'le',
  'von',
  'van',
  'der',
  'du',
  'al',
  'bin',
])
const openers: ReadonlySet<string> = new Set(
  'yes no however unfortunately according based actually additionally also both all some many most each every sure well here since while although though because if when after before during instead sorry please thanks hello not never currently today yesterday initially originally'.split(
    ' ',
  ),
)

/** Runs of capitalised words, the proper names as far as spelling tells. */
export function readProperNames(text: string): readonly (readonly Word[])[] {
  const words = readWords(text)
  const starts = new Set(splitSentences(text).map((one) => firstWordStart(one.start, words)))
  const runs: Word[][] = []
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1]
    const run = runs.at(-1)
    if (!isCapital(word) || (starts.has(word.start) && !opensName(words, index, text))) continue
    if (run !== undefined && previous !== undefined && joins(run, index, words, text))
      run.push(...between(run, index, words), word)
    else runs.push([word])
  }
  return runs
}

const isCapital = (word: Word): boolean =>
  /^\p{Lu}/u.test(word.text) && !(stopWords.has(word.norm) || word.norm === 'i')

const firstWordStart = (from: number, words: readonly Word[]): number =>
  words.find((word) => word.start >= from)?.start ?? -1

/** A capital at the start of a sentence tells nothing, unless a name goes on, a comma or the end follows, or it comes again. */
function opensName(words: readonly Word[], index: number, text: string): boolean {
  const word = words[index]
  const next = words[index + 1]
  if (word === undefined || openers.has(word.norm) || word.norm.endsWith('ly')) return false
  if (next === undefined || words.length <= 4) return true
  if (/^\p{Lu}/u.test(next.text) && isGap(text.slice(word.end, next.start))) return true
  if (/^['’]s|^,/u.test(text.slice(word.end))) return true
  return (
    words.some((other) => other.start > word.start && other.text === word.text) ||
    /^(?:is|was|has|had|did|won|does)$/u.test(next.norm)
  )
}

const isGap = (gap: string): boolean => /^[ \u00a0.\-']{1,2}$/u.test(gap)

function joins(run: readonly Word[], index: number, words: readonly Word[], text: string): boolean {
  const last = run.at(-1)
  const from = last === undefined ? -1 : words.indexOf(last)
  const word = words[index]
  if (last === undefined || word === undefined || index - from > 3) return false
  const inner = words.slice(from + 1, index)
  const gap = text.slice(last.end, word.start)
  const initial = last.text.length === 1 || /^(?:mr|mrs|ms|dr|st)$/u.test(last.norm)
  if (/[.,;:!?()"“”\n]/u.test(initial ? gap.replace('.', '') : gap)) return false
  return inner.every((one) => connectors.has(one.norm))
}

const between = (run: readonly Word[], index: number, words: readonly Word[]): readonly Word[] => {
  const last = run.at(-1)
  return last === undefined ? [] : words.slice(words.indexOf(last) + 1, index)
}
