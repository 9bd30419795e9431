import { lastCorrection } from './polarity.ts'
import { readWords, type Word } from './read-words.ts'
import { splitClauses, splitSentences, type Clause, type Sentence } from './split-clauses.ts'

/** An answer taken apart once, for all its claims. */
export interface ReadAnswer {
  readonly text: string
  readonly words: readonly Word[]
  readonly sentences: readonly Sentence[]
  readonly clauses: readonly Clause[]
  /** Where an explicit self-correction begins; 0: none. What stands before it no longer counts. */
  readonly correctedFrom: number
  /** Code, a table, or over 150 words: only a value bound to its slot counts there. */
  readonly needsBinding: boolean
}

export function readAnswer(text: string): ReadAnswer {
  const words = readWords(text)
  return {
    text,
    words,
    sentences: splitSentences(text),
    clauses: splitClauses(text),
    correctedFrom: lastCorrection(text),
    needsBinding: words.length > 150 || /```|^\s*\|.*\|/mu.test(text),
  }
}

/** The clause at that place; the whole sentence where punctuation cut through it. */
export function clauseAt(answer: ReadAnswer, start: number): Clause {
  const inside = answer.clauses.find((clause) => clause.start <= start && start < clause.end)
  if (inside !== undefined) return inside
  const index = answer.sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end)
  const sentence = answer.sentences[index] ?? { start: 0, end: answer.text.length, text: answer.text }
  return { ...sentence, sentence: Math.max(0, index) }
}
