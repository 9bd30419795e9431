import { removeExpired, type RetentionParts } from './remove-expired.ts'

/** The hub has begun its work by then. */
const firstMs = 60_000
const dayMs = 24 * 3_600_000

/** Looks once a day what is kept no longer, first a minute after the start. Gives what ends it. */
export function startRetention(parts: RetentionParts): () => void {
  let timer = setTimeout(look, firstMs).unref()
  let isEnded = false
  function look(): void {
    void removeExpired(parts)
      .catch((error: unknown) => {
        const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
        if (!isEnded) process.stderr.write(`retention: tried again in a day: ${trace}\n`)
      })
      .finally(() => {
        if (!isEnded) timer = setTimeout(look, dayMs).unref()
      })
  }
  return () => {
    isEnded = true
    clearTimeout(timer)
  }
}
