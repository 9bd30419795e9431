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
  'yes no however unfortunately according based actually additionally also both all some many most each every sure well here since while although though because if when after before during instead sorry please thanks hello not never currently today yesterday initially originally indeed'.split(
    ' ',
  ),
)

/** Runs of capitalised words, the proper names as far as spelling tells. */
export function readProperNames(text: string): readonly (readonly Word[])[] {
  const words = readWords(text)
  const starts = sentenceStarts(text, words)
  const runs: Word[][] = []
  let last = -1
  for (const [index, word] of words.entries()) {
    if (!isCapital(word) || (starts.has(word.start) && !opensName(words, index, text))) continue
    const run = runs.at(-1)
    if (run !== undefined && joins(words.slice(last, index + 1), text))
      run.push(...words.slice(last + 1, index + 1))
    else runs.push([word])
    last = index
  }
  return runs
}

const isCapital = (word: Word): boolean =>
  /^\p{Lu}/u.test(word.text) && !(stopWords.has(word.norm) || /^i(?:['’]|$)/u.test(word.norm))

/** Where the first word of each sentence begins. */
function sentenceStarts(text: string, words: readonly Word[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let index = 0
  for (const sentence of splitSentences(text)) {
    while ((words[index]?.start ?? Infinity) < sentence.start) index += 1
    starts.add(words[index]?.start ?? -1)
  }
  return starts
}

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

/** Whether the last of the words goes on with the name that the first one ends. */
function joins(words: readonly Word[], text: string): boolean {
  const [last, word] = [words[0], words.at(-1)]
  if (last === undefined || word === undefined || words.length > 4) return false
  const gap = text.slice(last.end, word.start)
  const initial = last.text.length === 1 || /^(?:mr|mrs|ms|dr|st)$/u.test(last.norm)
  if (/[.,;:!?()[\]{}<>|"“”\n]/u.test(initial ? gap.replace('.', '') : gap)) return false
  return words.slice(1, -1).every((one) => connectors.has(one.norm))
}
