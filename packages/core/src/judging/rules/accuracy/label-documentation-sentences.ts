import { readNumbers } from '../read-numbers.ts'
import { splitSentences } from '../split-clauses.ts'
import type { GroundedAnswer } from './label-begin-answers.ts'

/** Sentences of Markdown documentation as answers to its own paragraphs: as they stand, with another number, negated. */
export const labelDocumentationSentences = (
  markdown: string,
): readonly (GroundedAnswer & { readonly variant: string })[] =>
  readParagraphs(markdown).flatMap((passage) =>
    splitSentences(passage)
      .filter(isStatement)
      .flatMap(({ text }) =>
        [
          { answer: text, isFaithful: true, variant: 'as it stands' },
          ...withOtherNumber(text).map((answer) => ({ answer, isFaithful: false, variant: 'other number' })),
          ...negate(text).map((answer) => ({ answer, isFaithful: false, variant: 'negated' })),
        ].map((made) => ({ ...made, question: '', passage, clusterKey: passage })),
      ),
  )

/** Prose only: no code, headings, tables or lists. */
const readParagraphs = (markdown: string): readonly string[] =>
  markdown
    .replaceAll(/```[\s\S]*?```/g, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replaceAll(/\s*\n\s*/g, ' '))
    .filter((paragraph) => /^[A-Z]/.test(paragraph) && !/[|<>\]]/.test(paragraph))

const isStatement = ({ text }: { readonly text: string }): boolean =>
  /^[A-Z].*\.$/.test(text) && text.split(' ').length >= 6

/** One number in digits, its last digit changed; not one that the sentence counts its points by. */
function withOtherNumber(text: string): readonly string[] {
  const [number, ...more] = readNumbers(text)
  if (number === undefined || more.length > 0) return []
  const digits = text.slice(number.start, number.end)
  if (!/^\d[\d,]*$/.test(digits)) return []
  const last = (Number(digits.at(-1)) + 3) % 10
  return [`${text.slice(0, number.start)}${digits.slice(0, -1)}${last}${text.slice(number.end)}`]
}

/** "is" becomes "is not": the first verb of a sentence that denies nothing yet. */
function negate(text: string): readonly string[] {
  const match = /\b(?:is|are|can|will|must|should)\b/.exec(text)
  if (match === null || /\b(?:not|no|never|without|cannot|unless|only|if)\b|n't\b|\?/i.test(text)) return []
  const end = match.index + match[0].length
  return [`${text.slice(0, end)} not${text.slice(end)}`]
}
