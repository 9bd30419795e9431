/** How Assay's labels are meant, unless the user brings words of their own. The version changes with the words. */
export const labelGuideline = {
  version: 'assay-1',
  text: `Judge the answer by the reference, not by what you know.
correct: everything the reference says is there and nothing in the answer contradicts it; more than the reference is fine.
partially correct: some of what the reference says is missing, and nothing is contradicted.
incorrect: it contradicts the reference, or answers what was not asked.
no answer: it declines or says nothing. Right where the documents do not answer the question.
reference wrong: the reference itself is wrong or out of date. question ambiguous: more than one answer would be right.
unsure: you cannot tell.`,
} as const
