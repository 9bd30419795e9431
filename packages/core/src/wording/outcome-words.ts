import type { CaseResult, Component } from '@assay/contracts'

/** An outcome as a person reads it. */
export const outcomeWords: Readonly<Record<CaseResult['outcome'], string>> = {
  correct: 'correct',
  'partially-correct': 'partially correct',
  incorrect: 'incorrect',
  'no-answer': 'no answer',
  'not-judged': 'not judged',
  error: 'error',
}

interface ComponentWords {
  /** Bar label. */
  readonly label: string
  /** What was observed, as the end of a sentence about failing cases. */
  readonly observed: string
}

export const componentWords: Readonly<Record<Component, ComponentWords>> = {
  indexing: { label: 'indexing', observed: 'nothing of it was ever retrieved' },
  retrieval: { label: 'retrieval', observed: 'the right passage is not found' },
  rewriting: { label: 'rewriting', observed: 'the follow-up is not resolved' },
  routing: { label: 'routing', observed: 'answering and declining are mixed up' },
  generation: { label: 'generation', observed: 'found, but answered wrong' },
  'test or judge error': { label: 'test or judge error', observed: 'the test or the judge may be wrong' },
  'target error': { label: 'target error', observed: 'the target failed' },
  unknown: { label: 'no cause observed', observed: 'no cause was observed' },
}
