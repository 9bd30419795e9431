import { findAnswerPrompt } from '../../prompts/find-answer.data.ts'
import { askForJson } from '../../structured-output/ask-for-json.ts'
import type { Candidate } from '../generator.ts'
import { decide, failed, passageTexts, passed } from './draft.ts'
import { toPassages } from './model-unit.ts'
import { searchPassages } from './search-passages.ts'
import type { CheckedDraft } from './validate-drafts.ts'
import type { Workshop } from './workshop.ts'

/** Passages of the whole knowledge base that are read before a question counts as out of scope. */
const readPassages = 10

/** Keeps an out-of-scope question only when nothing near it in the whole knowledge base answers it, not even in part. */
export async function checkScope({ draft, findings }: CheckedDraft, workshop: Workshop): Promise<Candidate> {
  const { question } = draft.testCase
  const found = await searchPassages([question, ...draft.searches.slice(0, 2)], readPassages, workshop)
  const seen = draft.neighbourhood.passages.map(({ chunk }) => chunk)
  const chunks = [...seen, ...found.filter(({ id }) => !seen.some((chunk) => chunk.id === id))]
  const asked = await askForJson(
    workshop.validator,
    findAnswerPrompt,
    {
      passages: passageTexts({ passages: toPassages(chunks) }),
      question: [{ label: draft.label, text: question }],
    },
    { hash: workshop.hash, temperature: 0 },
  )
  if (!asked.ok)
    return decide(draft, [
      ...findings,
      failed('absent-from-knowledge-base', `it could not be tested: ${asked.error.message}`, 0),
    ])
  const { answered, nearest, understandable } = asked.value.value
  return decide(draft, [
    ...findings,
    understandable
      ? passed('self-contained', 0)
      : failed('self-contained', 'a reader without the passages does not know what is asked', 0),
    answered === 'no'
      ? passed('absent-from-knowledge-base', 0)
      : failed(
          'absent-from-knowledge-base',
          `the documents answer it (${answered}): "${nearest.slice(0, 120)}"`,
          0,
        ),
  ])
}
