import type { Draft } from '../compose/draft.ts'

const LONG_QUESTION_WORDS = 22
/** Frames with more ways to go wrong are asked less readily. */
const frameCost: Readonly<Record<string, number>> = {
  'what-attribute': 0,
  'who-attribute': 0,
  'when-attribute': 0.05,
  'since-version': 0.1,
  'event-time': 0.05,
  'how-many': 0.05,
  'which-does': 0.1,
  term: 0.15,
}

/** Higher is better: short, plain, from structure, with a telling value (methods §1.10). */
export function scoreDraft(draft: Draft): number {
  const words = draft.question.split(' ').length
  const ofs = draft.question.match(/ (?:of|for|in|to|by|with|that) /g)?.length ?? 0
  const frame = draft.frame.replace(/^(?:complex|distracting|double|follow-up|split|out-of-scope)-/, '')
  const costs = [
    Math.max(0, words - LONG_QUESTION_WORDS) * 0.05,
    Math.max(0, ofs - 2) * 0.1,
    frameCost[frame] ?? 0.2,
    ...draft.asked.map(
      ({ value, shape, attribute }) => valueCost(value.kind, attribute) + (shape === 'prose' ? 0.1 : 0),
    ),
  ]
  return 1 - costs.reduce((sum, cost) => sum + cost, 0)
}

/** Two answers to choose from test little; "integer" is no answer a user waits for. */
const valueCost = (kind: string, attribute: string): number => {
  if (kind === 'boolean') return 0.4
  return attribute === 'type' ? 0.6 : 0
}
