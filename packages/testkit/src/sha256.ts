import { createHash } from 'node:crypto'

/** The real SHA-256, for tests of core, which may not reach for it itself. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
