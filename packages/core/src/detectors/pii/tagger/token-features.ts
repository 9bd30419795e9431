import { cueNumber, forms, type TokenTraits } from './describe-tokens.ts'
import { hashWord, mixHash } from './word-hash.ts'

/** Features of each token as hashes; every feature is a tuple of traits of the token and of those around it. */
export function tokenFeatures(traits: readonly TokenTraits[]): readonly Uint32Array[] {
  const distances = measureDistances(traits)
  const found = new Uint32Array(mostFeatures)
  return traits.map((_, at) => found.slice(0, findFeatures(traits, at, distances, found)))
}

const outside: TokenTraits = {
  key: '',
  word: 1,
  kind: 1,
  form: 0,
  shape: 1,
  lists: 0,
  cue: 0,
  line: 0,
  field: 0,
  position: 0,
}

/** Of one token. */
const mostFeatures = 128

/** How many there are. */
function findFeatures(
  traits: readonly TokenTraits[],
  at: number,
  distances: Distances,
  found: Uint32Array,
): number {
  let count = 0
  const add: Add = (one, two, three, four) => {
    let hash = mixHash(count, one)
    if (two !== undefined) hash = mixHash(hash, two)
    if (three !== undefined) hash = mixHash(hash, three)
    if (four !== undefined) hash = mixHash(hash, four)
    found[count++] = hash
  }
  const near = (by: number): TokenTraits => traits[at + by] ?? outside
  addWords(add, near)
  addSpelling(add, near(0))
  addShapes(add, near)
  addLists(add, near)
  addCues(add, near)
  addDistances(add, near(0), distances, at)
  return count
}

type Add = (one: number, two?: number, three?: number, four?: number) => void
type Near = (by: number) => TokenTraits

function addWords(add: Add, near: Near): void {
  const [a, b, c, d, e] = [near(-2), near(-1), near(0), near(1), near(2)] as const
  add(c.word)
  add(b.word)
  add(d.word)
  add(a.word)
  add(e.word)
  add(c.word, c.form)
  add(b.kind, d.kind)
  add(a.kind, b.kind)
  add(d.kind, e.kind)
  add(a.kind, b.kind, c.form)
  add(b.kind, c.kind)
  add(c.kind, d.kind)
  add(near(-3).kind, a.kind, b.kind)
  add(d.kind, e.kind, near(3).kind)
  add(b.word, c.form, c.lists)
  add(d.word, c.form, c.lists)
}

function addSpelling(add: Add, { key, form, line }: TokenTraits): void {
  const isWord = form < forms.digits
  for (let length = 2; length <= 4; length++) {
    add(isWord && key.length > length ? hashWord(key, 0, length) : 0)
    add(isWord && key.length > length ? hashWord(key, key.length - length) : 0)
  }
  const ending = isWord ? hashWord(key, Math.max(0, key.length - 3)) : 0
  add(ending, form)
  add(isWord ? hashWord(key, key.length - 1) : 0, form)
  add(form, line, Math.min(key.length, 12))
}

function addShapes(add: Add, near: Near): void {
  const [a, b, c, d, e] = [near(-2), near(-1), near(0), near(1), near(2)] as const
  add(c.shape)
  add(c.shape, c.line)
  add(b.shape, c.shape)
  add(c.shape, d.shape)
  add(b.shape, c.shape, d.shape)
  add(c.shape, d.shape, e.shape)
  add(a.shape, b.shape, c.shape)
  add(c.form, c.position & 15)
  add(c.form, c.position & 16, c.lists)
  add(c.form, c.position & 15, c.lists)
  add(c.form, c.line, c.position & 12)
}

function addLists(add: Add, near: Near): void {
  const [a, b, c, d, e] = [near(-2), near(-1), near(0), near(1), near(2)] as const
  add(c.lists)
  add(c.lists, c.form)
  add(c.lists, c.line)
  add(b.lists, c.lists, b.form, c.form)
  add(c.lists, d.lists, c.form, d.form)
  add(b.lists, c.lists, d.lists)
  add(b.form, c.form, d.form)
  add(b.lists, b.form)
  add(d.lists, d.form)
  add(a.lists, a.form)
  add(e.lists, e.form)
  add(c.lists, c.form, d.form, e.form)
  add(a.form, b.form, c.lists, c.form)
}

function addCues(add: Add, near: Near): void {
  const [a, b, c, d, e] = [near(-2), near(-1), near(0), near(1), near(2)] as const
  add(c.cue, c.form)
  add(b.cue)
  add(d.cue)
  add(a.cue)
  add(e.cue)
  add(b.cue, c.form, c.lists)
  add(d.cue, c.form)
  add(a.cue, b.cue, c.form)
  add(d.cue, e.cue, c.form)
  add(b.cue, d.cue, c.form)
  add(c.field, c.form)
  add(c.field, c.lists)
  add(c.field, c.position & 1, c.form)
}

interface Distances {
  /** Tokens to the nearest of the class, to the left and to the right; 0: none near. One row a class of `farCues`. */
  readonly left: readonly Uint8Array[]
  readonly right: readonly Uint8Array[]
}

const reach = 6
const farCues: readonly ((traits: TokenTraits) => boolean)[] = [
  ({ cue }) => cue === cueNumber('street'),
  ({ cue }) => cue === cueNumber('company') || cue === cueNumber('organisation'),
  ({ cue }) => cue === cueNumber('state') || cue === cueNumber('unit'),
  ({ form }) => form > forms.digits && form < forms.digits + 4,
  ({ form }) => form >= forms.digits + 4 && form <= forms.digits + 8,
]

function measureDistances(traits: readonly TokenTraits[]): Distances {
  const measure = (isCue: (traits: TokenTraits) => boolean, step: 1 | -1): Uint8Array => {
    const row = new Uint8Array(traits.length)
    let distance = 0
    for (let turn = 0; turn < traits.length; turn++) {
      const at = step === 1 ? turn : traits.length - 1 - turn
      row[at] = distance > reach ? 0 : distance
      const here = traits[at]
      if (here && isCue(here)) distance = 1
      else if (distance > 0) distance++
    }
    return row
  }
  return {
    left: farCues.map((isCue) => measure(isCue, 1)),
    right: farCues.map((isCue) => measure(isCue, -1)),
  }
}

function addDistances(
  add: Add,
  { form, lists, cue }: TokenTraits,
  { left, right }: Distances,
  at: number,
): void {
  const isIn = farCues.map((_, row) => [left[row]?.[at] ?? 0, right[row]?.[at] ?? 0] as const)
  for (const [before, after] of isIn) {
    add(before, form)
    add(after, form)
  }
  let near = 0
  for (const [before, after] of isIn) near = near * 4 + (before > 0 ? 1 : 0) + (after > 0 ? 2 : 0)
  add(near, form)
  add(near, cue, lists)
}
