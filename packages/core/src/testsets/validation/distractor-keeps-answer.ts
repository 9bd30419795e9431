import type { Validation } from './validation.ts'

/** What stands before the question proper must not speak of the asked subject. */
export const distractorKeepsAnswer: Validation = {
  id: 'distractor-keeps-answer',
  applies: ({ type, referenceClaims }) =>
    type === 'distracting' && referenceClaims.some((claim) => claim.key?.subject !== undefined),
  findFault({ question, referenceClaims }) {
    const parts = question.split(/(?<=[.!?]) (?=[A-Z])/)
    const distractor = parts.slice(0, -1).join(' ').toLowerCase()
    if (distractor === '') return 'no distractor stands before the question'
    for (const { key } of referenceClaims) {
      if (key?.subject !== undefined && namesWord(distractor, key.subject.toLowerCase()))
        return `the distractor speaks of "${key.subject}"`
    }
    return null
  },
}

const namesWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w.-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(text)
