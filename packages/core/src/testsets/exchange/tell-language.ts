import type { TestCase } from '@assay/contracts'
import { functionWords } from '../../languages/function-words.data.ts'
import type { ImportTools } from './exchange-format.ts'

type Texts = Pick<TestCase, 'question' | 'referenceAnswer' | 'history'>

/**
 * ISO 639-1 of a case whose format gives no language: of question and answer together, else with the messages before
 * them, else English where a short question shows it; `und` when nothing tells.
 */
export function tellLanguage(
  { question, referenceAnswer, history }: Texts,
  { detectLanguage }: ImportTools,
): string {
  const own = `${question} ${referenceAnswer}`
  const all = [...history.map(({ content }) => content), own].join('\n')
  return detectLanguage(own) ?? detectLanguage(all) ?? (showsEnglish(question) ? 'en' : 'und')
}

/** At least so many words of English grammar, one of them English alone; an opening question word counts twice. */
const minEnglish = 2
/** So many times more than of any other language. */
const minLead = 2
const minLatin = 0.9

/** Detectors want a sentence or two; a question of a few words has a question word and an order of words. */
function showsEnglish(question: string): boolean {
  const letters = question.match(/\p{Letter}/gu)?.length ?? 0
  const latin = question.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin < letters * minLatin) return false
  const [first = '', ...rest] = question.match(/[\p{Letter}\p{Mark}]+/gu) ?? []
  // Names and titles keep their own language in every other.
  const lower = rest.filter((word) => /^\p{Lowercase}/u.test(word))
  if (lower.some((word) => /[^a-z]/iu.test(word))) return false
  const words = new Set([first.toLowerCase(), ...lower])
  const hits = count(words, english) + (questionWords.has(first.toLowerCase()) ? 1 : 0)
  const against = Math.max(...others.map((list) => count(words, list)))
  return hits >= minEnglish && count(words, alone) > 0 && hits >= minLead * against
}

const count = (words: ReadonlySet<string>, list: ReadonlySet<string>): number => words.intersection(list).size

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const questionWords = wordsOf('what which who whose when where why how')
/** No word of another language in Latin script, questions and names of works aside. */
const alone = wordsOf(
  'what which who whose when where why how does did the and with from their your should could would been there',
)
const english = new Set([
  ...alone,
  ...(functionWords['en'] ?? '').split(' '),
  ...'a i we my our its any many much long often after before between during than more most'.split(' '),
])
/** Of the others, the words that English does not write as well: those speak for both. */
const others = Object.entries(functionWords)
  .filter(([language]) => language !== 'en')
  .map(([, list]) => new Set(list.split(' ').filter((word) => !english.has(word))))
