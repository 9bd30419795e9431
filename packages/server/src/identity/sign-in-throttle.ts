import { networkOf } from '../http/client-address.ts'
import { createFailureLimiter, createRateLimiter } from '../http/throttle.ts'
import type { Hub } from '../hub.ts'

const minuteMs = 60_000

/** All that is asked of the identity from one address. */
const requests = { burst: 60, perSecond: 10 } as const

/**
 * Who guesses waits longer and longer: one address at one account soonest; one account from anywhere later and never for
 * long, so that nobody can lock another out; one address at many accounts. NIST SP 800-63B §5.2.2 allows 100 failures in a
 * row: at these waits they take about six hours, from however many addresses.
 */
const limits = {
  pair: { free: 5, firstWaitMs: 1_000, longestWaitMs: 15 * minuteMs },
  account: { free: 20, firstWaitMs: 1_000, longestWaitMs: 5 * minuteMs },
  address: { free: 30, firstWaitMs: 1_000, longestWaitMs: 15 * minuteMs },
} as const

/** Who guesses at what: the account is an e-mail address or a person's id, as far as it is known. */
export interface Guess {
  readonly account: string | null
  readonly address: string | null
}

/** In this process's memory. */
export function createSignInThrottle({ now }: Hub['clock']) {
  const rate = createRateLimiter(requests, now)
  const pair = createFailureLimiter(limits.pair, now)
  const account = createFailureLimiter(limits.account, now)
  const place = createFailureLimiter(limits.address, now)
  return {
    /** Milliseconds to wait before asking anything; counts the request. */
    request: (address: string | null): number => rate.take(placeOf(address)),
    /** Milliseconds to wait; 0: it may be made, and counts as failed until `succeeded`. */
    begin(guess: Guess): number {
      const names = namesOf(guess)
      const wait = Math.max(
        place.waitMs(names.address),
        names.account === null ? 0 : Math.max(pair.waitMs(names.pair), account.waitMs(names.account)),
      )
      if (wait > 0) return wait
      place.failed(names.address)
      if (names.account !== null) {
        pair.failed(names.pair)
        account.failed(names.account)
      }
      return 0
    },
    succeeded(guess: Guess): void {
      const names = namesOf(guess)
      // Of the address only this one is taken back: whoever has an account must not wash its other guesses clean.
      place.undo(names.address)
      if (names.account === null) return
      pair.succeeded(names.pair)
      account.succeeded(names.account)
    },
  }
}

const namesOf = ({ account, address }: Guess) => ({
  account: account?.toLowerCase() ?? null,
  address: placeOf(address),
  pair: `${account?.toLowerCase() ?? ''} ${placeOf(address)}`,
})

const placeOf = (address: string | null): string => (address === null ? '' : networkOf(address))
