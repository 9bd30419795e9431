import type { HubDocument } from '@assay/contracts/hub'

/** What the form that starts an evaluation offers. */
export interface Choices {
  readonly projectId: string
  readonly targets: readonly HubDocument[]
  readonly checks: readonly HubDocument[]
  readonly sets: readonly {
    readonly id: string
    readonly name: string
    readonly cases: { readonly active: number }
  }[]
}
