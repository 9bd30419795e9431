import type { TestCase } from '@assay/contracts'

/** A valid simple case; what a test is about is given. */
export function buildTestCase(parts: Partial<TestCase> = {}): TestCase {
  const id = parts.id ?? 'case-1'
  return {
    id,
    question: 'What is the default of `bodyLimit`?',
    history: [],
    referenceAnswer: '1 MiB',
    referenceClaims: [],
    referenceContexts: [],
    type: 'simple',
    level: 'easy',
    topic: null,
    language: 'en',
    clusterKey: id,
    tags: [],
    provenance: { generator: 'person' },
    validity: {},
    status: 'active',
    ...parts,
  }
}
