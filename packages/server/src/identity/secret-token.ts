import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, base64url: too many to guess, so that a plain hash of it may be stored. */
export const createSecretToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in hex. */
export const hashSecretToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** In constant time; both are hashes in hex. */
export function isSameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')]
  return left.length === right.length && timingSafeEqual(left, right)
}
