import type { RunManifest, TestCase } from '@assay/contracts'
import type { EndpointId, RunTableName } from '@assay/contracts/hub'

/** A run as the fake hub holds it. */
export interface FakeHubRun {
  manifest: RunManifest
  readonly origin: string
  /** Lines, as they would be written out. */
  readonly rows: Map<RunTableName, string[]>
  status: string
  error: unknown
}

export interface FakeDocument {
  readonly id: string
  readonly kind: string
  readonly name: string
  body: Record<string, unknown>
  version: number
  revision: number
}

export interface FakeTestSet {
  readonly id: string
  readonly name: string
  version: number
  readonly cases: Map<string, { testCase: TestCase; revision: number }>
}

export interface FakeHubState {
  readonly key: string
  readonly project: { readonly id: string; readonly name: string }
  readonly runs: Map<string, FakeHubRun>
  readonly documents: FakeDocument[]
  readonly testSets: FakeTestSet[]
  /** Every request, answered or not. */
  readonly requests: { readonly id: EndpointId | null; readonly text: string }[]
  /** What an endpoint answers with instead; `null`: it works. */
  failing: (id: EndpointId | null) => FakeFailure | 'hang' | null
}

export interface FakeFailure {
  readonly status: number
  readonly code: string
  readonly retryAfter?: string
}

export interface FakeRequest {
  readonly id: EndpointId
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
  readonly ifMatch?: string | undefined
}

export interface FakeAnswer {
  readonly status: number
  readonly json?: unknown
  readonly text?: string
}

export const createFakeHubState = (): FakeHubState => ({
  key: 'assay_test',
  project: { id: '019b0000-0000-7000-8000-0000000000aa', name: 'Support' },
  runs: new Map(),
  documents: [],
  testSets: [],
  requests: [],
  failing: () => null,
})
