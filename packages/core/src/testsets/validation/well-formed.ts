import type { Validation } from './validation.ts'

const MAX_WORDS = 60

export const wellFormed: Validation = {
  id: 'well-formed',
  applies: () => true,
  findFault({ question, referenceAnswer, history }) {
    if (question.trim() !== question || question === '')
      return 'the question has blanks at its ends or is empty'
    if (referenceAnswer.trim() === '') return 'the reference answer is empty'
    if (!/[?.!]["'”’)]?$/.test(question)) return 'the question does not end as a sentence'
    if (!/^["'“‘`(]?[A-Z0-9À-Þ]/.test(question)) return 'the question does not begin as a sentence'
    const words = question.split(/\s+/).length
    if (words < (history.length > 0 ? 2 : 3)) return 'the question is too short'
    if (words > MAX_WORDS) return `the question has more than ${MAX_WORDS} words`
    return markFault(question) ?? wordFault(question)
  },
}

function markFault(text: string): string | null {
  if (/\]\(|\*\*|<\/?[a-z]+>|^#|\|/.test(text.replace(/`[^`]*`/g, '')))
    return 'the question holds marks of its source format'
  if ((text.split('`').length - 1) % 2 === 1) return 'a code mark is not closed'
  if ((text.split('"').length - 1) % 2 === 1) return 'a quotation mark is not closed'
  if (text.split('(').length !== text.split(')').length) return 'a parenthesis is not closed'
  return null
}

function wordFault(text: string): string | null {
  const plain = text.replace(/`[^`]*`/g, '`')
  const twice = /\b([A-Za-z]+) \1\b/i.exec(plain)
  if (twice && !/^(?:that|had)$/i.test(twice[1] ?? '')) return `the word "${twice[1]}" stands twice`
  return /\b(?:a|an|the) (?:a|an|the)\b/i.test(plain) ? 'two articles stand together' : null
}
