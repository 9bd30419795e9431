/** A reproducible stream of pseudo-random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number
  /** Uniform whole number in [0, bound). */
  integer(bound: number): number
  /** Fills `target` with what as many calls of `integer` would give, only faster. */
  fillIntegers(target: Uint32Array, bound: number): void
  /** A new array in random order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[]
  /** `count` different items in random order; all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[]
}

/**
 * Not for secrets. Generator: sfc32 (Doty-Humphrey, PractRand 2010; 128 bits of state, period at least 2^32),
 * state filled from the seed by the cyrb128 string hash. A number and its decimal text are the same seed.
 */
export function createRandom(seed: string | number): Random {
  const generator = sfc32(hashSeed(String(seed)))
  const { next } = generator
  const integer = (bound: number): number => Math.floor(next() * bound)
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const pool = [...items]
    const taken = Math.min(count, pool.length)
    for (let index = 0; index < taken; index += 1) swap(pool, index, index + integer(pool.length - index))
    return pool.slice(0, taken)
  }
  return {
    next,
    integer,
    fillIntegers: generator.fill,
    sample,
    shuffle: (items) => sample(items, items.length),
  }
}

function swap(items: unknown[], left: number, right: number): void {
  const kept = items[left]
  items[left] = items[right]
  items[right] = kept
}

type State = readonly [number, number, number, number]

function sfc32(seed: State): { next: () => number; fill: (target: Uint32Array, bound: number) => void } {
  let [a, b, c, counter] = seed
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  /** The same steps with the state in local variables: four times as fast. */
  const fill = (target: Uint32Array, bound: number): void => {
    let [w, x, y, z] = [a, b, c, counter]
    const scale = bound / 4_294_967_296
    for (let index = 0; index < target.length; index += 1) {
      const sum = (((w + x) | 0) + z) | 0
      z = (z + 1) | 0
      w = x ^ (x >>> 9)
      x = (y + (y << 3)) | 0
      y = (y << 21) | (y >>> 11)
      y = (y + sum) | 0
      target[index] = ((sum >>> 0) * scale) | 0
    }
    ;[a, b, c, counter] = [w, x, y, z]
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next()
  return { next, fill }
}

function hashSeed(text: string): State {
  let h1 = 1_779_033_703
  let h2 = 3_144_134_277
  let h3 = 1_013_904_242
  let h4 = 2_773_480_762
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    h1 = h2 ^ Math.imul(h1 ^ code, 597_399_067)
    h2 = h3 ^ Math.imul(h2 ^ code, 2_869_860_233)
    h3 = h4 ^ Math.imul(h3 ^ code, 951_274_213)
    h4 = h1 ^ Math.imul(h4 ^ code, 2_716_044_179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597_399_067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2_869_860_233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951_274_213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2_716_044_179)
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1]
}
