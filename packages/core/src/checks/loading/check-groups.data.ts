import type { Check } from '../check.ts'

/** Checks that are loaded together, for what they load in turn: a parser, a metric, a judge. */
export interface CheckGroup {
  /** In the order of the list that is loaded. */
  readonly ids: readonly string[]
  readonly load: () => Promise<readonly Check[]>
}

/** Every check there is, in the order they are shown. */
export const checkGroups: readonly CheckGroup[] = [
  {
    ids: [
      'equals',
      'contains',
      'starts-with',
      'ends-with',
      'regex',
      'word-count',
      'sentence-count',
      'character-count',
    ],
    load: async () => (await import('../text/text-checks.ts')).textChecks,
  },
  {
    ids: [
      'language',
      'refusal',
      'json',
      'contains-json',
      'readability',
      'reading-ease',
      'perplexity',
      'bits-per-byte',
    ],
    load: async () => (await import('../text/more-text-checks.ts')).moreTextChecks,
  },
  {
    ids: ['compare', 'list', 'json-diff'],
    load: async () => (await import('../comparison/comparison-checks.ts')).comparisonChecks,
  },
  {
    ids: [
      'bleu',
      'chrf',
      'ter',
      'rouge-1',
      'rouge-2',
      'rouge-l',
      'rouge-lsum',
      'meteor',
      'token-f1',
      'exact-match',
      'wer',
      'cer',
      'levenshtein',
      'jaro-winkler',
      'embedding-similarity',
    ],
    load: async () => (await import('../similarity/similarity-checks.ts')).similarityChecks,
  },
  {
    ids: [
      'hit-rate',
      'recall-at-k',
      'precision-at-k',
      'mrr',
      'ndcg',
      'map',
      'context-precision',
      'context-recall',
      'context-relevance',
    ],
    load: async () => (await import('../retrieval/retrieval-checks.ts')).retrievalChecks,
  },
  {
    ids: [
      'correctness',
      'faithfulness',
      'answer-relevance',
      'completeness',
      'citation-accuracy',
      'rules',
      'rubric',
      'factual-correctness',
      'contradiction',
      'summarisation',
      'g-eval',
      'pairwise',
    ],
    load: async () => (await import('../answers/answer-checks.ts')).answerChecks,
  },
  {
    ids: ['turn-relevance', 'knowledge-retention', 'role-adherence', 'turn-consistency'],
    load: async () => (await import('../conversation/conversation-checks.ts')).conversationChecks,
  },
  {
    ids: [
      'tool-calls',
      'tool-sequence',
      'tool-call-count',
      'step-count',
      'forbidden-tool',
      'tool-arguments-valid',
      'loop-detection',
      'end-state',
      'goal-reached',
      'plan-adherence',
    ],
    load: async () => (await import('../tools/tool-checks.ts')).toolChecks,
  },
  {
    ids: [
      'latency',
      'time-to-first-token',
      'cost',
      'tokens',
      'input-tokens',
      'output-tokens',
      'finish-reason',
      'error',
      'returned-model',
    ],
    load: async () => (await import('../operation/operation-checks.ts')).operationChecks,
  },
  {
    ids: [
      'toxicity',
      'bias',
      'prompt-injection',
      'jailbreak',
      'pii',
      'secrets',
      'unsafe-markup',
      'system-prompt-leak',
      'jailbreak-success',
    ],
    load: async () => (await import('../safety/safety-checks.ts')).safetyChecks,
  },
  {
    ids: ['function', 'webhook'],
    load: async () => (await import('../own/own-checks.ts')).ownChecks,
  },
  {
    ids: ['all-of', 'any-of', 'k-of-n', 'weighted', 'set'],
    load: async () => (await import('../composition/composition-checks.ts')).compositionChecks,
  },
]
