import type { AssayError } from '@assay/contracts'
import type { FiguresJobName } from './figures-jobs.ts'

/** To the thread: a job to do, or the answer to what it asked. */
export type ToThread =
  | { readonly kind: 'job'; readonly job: number; readonly name: FiguresJobName; readonly input: unknown }
  | { readonly kind: 'answer'; readonly ask: number; readonly settled: Settled }

/** From the thread: what a job asks of its ports, or its end. */
export type FromThread =
  | {
      readonly kind: 'ask'
      readonly job: number
      readonly ask: number
      readonly port: string
      readonly input: unknown
    }
  | { readonly kind: 'end'; readonly job: number; readonly settled: Settled }

export type Settled =
  | { readonly value: unknown }
  | { readonly error: AssayError }
  /** A bug: its trace. */
  | { readonly broke: string }
