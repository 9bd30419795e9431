import type { Clock } from '../ports/clock.ts'

/** A UUIDv7 (RFC 9562 §5.7): 48 bits of time, then random bits. `random` gives numbers in [0, 1). */
export function createId(clock: Pick<Clock, 'now'>, random: () => number): string {
  const time = Math.floor(clock.now()).toString(16).padStart(12, '0')
  const bits = (count: number): string =>
    Math.floor(random() * 2 ** count)
      .toString(16)
      .padStart(Math.ceil(count / 4), '0')
  const variant = (8 + Math.floor(random() * 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(12)}-${variant}${bits(12)}-${bits(24)}${bits(24)}`
}
