import type { CheckUse } from '@assay/contracts'

export interface UseCasePack {
  readonly id: string
  readonly description: string
  /** Where the judge has nothing to judge by, the checks decide alone. */
  readonly judge: 'rules' | 'none'
  /** With starting values of ours: no standard, to be set by what the user's own cases show. */
  readonly checks: readonly CheckUse[]
  readonly examples: readonly {
    readonly question: string
    readonly reference: string
    readonly checks?: CheckUse[]
  }[]
}

const noSecrets: CheckUse = { check: 'secrets', name: 'no secrets' }
const noMarkup: CheckUse = { check: 'unsafe-markup', name: 'no unsafe markup' }
const inTime: CheckUse = { check: 'latency', name: 'in time', required: false, parameters: { maxMs: 5000 } }

/** Checks to start from, by what the system is for. */
export const useCasePacks: readonly UseCasePack[] = [
  {
    id: 'support',
    description: 'answers customers of our product',
    judge: 'rules',
    checks: [
      { check: 'language', name: 'in the language of the question' },
      { check: 'word-count', name: 'to the point', required: false, parameters: { max: 150 } },
      { check: 'pii', name: 'no personal data' },
      noSecrets,
      noMarkup,
      inTime,
    ],
    examples: [
      { question: 'How long do I have to return an order?', reference: '30 days' },
      { question: 'What does shipping to Norway cost?', reference: '12 EUR' },
    ],
  },
  {
    id: 'content',
    description: 'writes texts for our readers',
    judge: 'none',
    checks: [
      { check: 'readability', name: 'easy to read', threshold: 10 },
      { check: 'word-count', name: 'long enough', parameters: { min: 80, max: 400 } },
      { check: 'refusal', name: 'no refusal' },
      noMarkup,
    ],
    examples: [
      {
        question: 'Write a short text about saving water at home.',
        reference: '',
        checks: [
          { check: 'contains', name: 'on the subject', parameters: { phrases: 'water', ignoreCase: true } },
        ],
      },
    ],
  },
  {
    id: 'translation',
    description: 'translates from English to German',
    judge: 'none',
    checks: [
      { check: 'language', name: 'in German', parameters: { language: 'de' } },
      { check: 'chrf', name: 'near the reference', threshold: 50 },
      { check: 'ter', name: 'little to mend', required: false, threshold: 60 },
    ],
    examples: [
      {
        question: 'Translate to German: The invoice is due within thirty days.',
        reference: 'Die Rechnung ist innerhalb von dreißig Tagen fällig.',
      },
    ],
  },
  {
    id: 'rag',
    description: 'answers from our documents',
    judge: 'rules',
    checks: [
      { check: 'hit-rate', name: 'right passage found', required: false, parameters: { k: 5 } },
      { check: 'ndcg', name: 'right passage on top', required: false, parameters: { k: 5 } },
      noSecrets,
      noMarkup,
      inTime,
    ],
    examples: [{ question: 'What is the default request timeout?', reference: '30 s' }],
  },
  {
    id: 'extraction',
    description: 'extracts fields as JSON',
    judge: 'none',
    checks: [
      {
        check: 'json',
        name: 'valid JSON',
        parameters: { schema: { type: 'object', required: ['name', 'amount'] } },
      },
      { check: 'json-diff', name: 'right fields', threshold: 1, parameters: { tolerance: 0.005 } },
    ],
    examples: [
      {
        question: 'Extract name and amount: "Invoice for Ann Lee, 12.50 EUR"',
        reference: '{"name": "Ann Lee", "amount": 12.5}',
      },
    ],
  },
  {
    id: 'agent',
    description: 'acts with tools for our users',
    judge: 'none',
    checks: [
      { check: 'tool-call-count', name: 'few steps', required: false, parameters: { max: 10 } },
      { check: 'loop-detection', name: 'no loops', parameters: { max: 2 } },
      { check: 'forbidden-tool', name: 'nothing deleted', parameters: { names: ['delete'] } },
      { check: 'system-prompt-leak', name: 'no leak', parameters: { canary: 'ASSAY-CANARY-1' } },
      noSecrets,
    ],
    examples: [
      {
        question: 'Book a table for two in Oslo tomorrow at seven.',
        reference: '',
        checks: [{ check: 'tool-sequence', name: 'booked', parameters: { names: ['search', 'book'] } }],
      },
    ],
  },
]
