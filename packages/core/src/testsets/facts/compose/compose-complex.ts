import type { Ask, Paraphrase, Triple } from '../triple.ts'
import { wordQuestion } from '../frames/word-question.ts'
import { draftFrom, type BaseQuestion, type Draft } from './draft.ts'

/** The subject is called by its definition: the system has to find out which one it is before it can answer. */
export function composeComplex({ triple }: BaseQuestion, paraphrase: Paraphrase): Draft | null {
  if (
    triple.ask.form === 'which' ||
    triple.ask.form === 'term' ||
    (triple.ask.form === 'attribute' && triple.ask.bare === true)
  )
    return null
  if (mentions(paraphrase.phrase, triple.subject.name)) return null
  const ask = renameIn(triple, paraphrase.phrase)
  const wording = ask === null ? null : wordQuestion({ ...triple, ask }, paraphrase.phrase)
  if (wording === null) return null
  return draftFrom(triple, {
    type: 'complex',
    level: 'complex',
    frame: `complex-${wording.frame}`,
    question: wording.question,
    extraEvidence: [paraphrase.evidence],
    tags: ['paraphrased-subject'],
  })
}

/** A clause carries its subject in its wording: there it is replaced. */
function renameIn({ ask, subject }: Triple, phrase: string): Ask | null {
  if (ask.form !== 'clause') return ask
  const question = replaceOnce(ask.question, subject.phrase, phrase)
  return question === null ? null : { ...ask, question }
}

const mentions = (phrase: string, name: string): boolean => phrase.toLowerCase().includes(name.toLowerCase())

function replaceOnce(text: string, from: string, to: string): string | null {
  const at = text.indexOf(from)
  return at < 0 || text.includes(from, at + 1) ? null : text.slice(0, at) + to + text.slice(at + from.length)
}
