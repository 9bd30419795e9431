import { AssayFailure } from '@assay/core'
import type { Settled } from './figures-messages.ts'

/** How work ended, as a value that crosses threads. */
export async function settle(work: () => Promise<unknown>): Promise<Settled> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof AssayFailure) return { error: error.error }
    return { broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Back into a promise on this side. */
export function unsettle(settled: Settled, { resolve, reject }: PromiseWithResolvers<unknown>): void {
  if ('value' in settled) resolve(settled.value)
  else reject('error' in settled ? new AssayFailure(settled.error) : new Error(settled.broke))
}
