import type { Validation } from './validation.ts'

const pointers =
  /\b(?:the following|(?:as )?(?:described|mentioned|shown|given|listed|stated|discussed) (?:above|below|here|earlier)|aforementioned|the (?:above|given|provided) \w+|(?:this|the (?:given|provided|present)) (?:document|passage|text|section|article|page|chapter|paragraph|excerpt|context|table)|according to (?:the|this) (?:text|passage|document|context|excerpt|article|table))\b/i
const pronouns = /\b(?:this|these|those|he|she|him|her|his|they|them|their|its|it)\b/i
/** A name or a plural that a possessive can point back to. */
const noun = /(?<=\s)\p{Lu}|[a-z]{3,}s\b|`/u
const antecedent = /\b(?:that|which|who|and|when|if|, )\b/

/** Understood by someone who has only the question (and its history, which may carry the subject). */
export const selfContained: Validation = {
  id: 'self-contained',
  applies: () => true,
  findFault({ question, history, type }) {
    const pointer = pointers.exec(question)
    if (pointer) return `"${pointer[0]}" points at a text the reader does not have`
    if (type === 'conversational' || type === 'split' || history.length > 0) return null
    const plain = question.replace(/`[^`]*`|"[^"]*"/g, 'x')
    const pronoun = pronouns.exec(plain)
    if (pronoun === null) return null
    // A pronoun may point back inside the question: "the option `x`, and what is its default value".
    const before = plain.slice(0, pronoun.index)
    const possessive = /^(?:their|its|his|her)$/i.test(pronoun[0])
    return before.split(/\s+/).length >= 5 && (antecedent.test(before) || (possessive && noun.test(before)))
      ? null
      : `"${pronoun[0]}" has nothing to point at`
  },
}
