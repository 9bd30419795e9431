import type { QuestionType } from '@assay/contracts'

/** What the demo does: the numbers are part of its promise (80 questions in four groups, the small model on 40 of them). */
export const demoPlan = {
  seed: 7,
  knowledgeBase: 'demo',
  testSet: '.assay/demo/testset.jsonl',
  run: 'demo',
  smallModelRun: 'demo-small-model',
  embedder: 'local:minilm',
  smallModel: 'local:smollm2',
  gate: 'correctness < 0.8',
  smallModelCases: 40,
  /** The demo assistant's index lacks this page: it is asked about more often, so that its failures are more than chance. */
  askedOften: { source: 'limits.md', weight: 3 },
  types: { simple: 32, distracting: 16, conversational: 16, 'out-of-scope': 16 } satisfies Partial<
    Record<QuestionType, number>
  >,
} as const

export const demoQuestions = Object.values(demoPlan.types).reduce((sum, count) => sum + count, 0)
