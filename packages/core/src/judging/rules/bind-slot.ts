import { isHedged, maskEchoes, polarityAt, type Polarity } from './polarity.ts'
import { clauseAt, type ReadAnswer } from './read-answer.ts'
import { contentStems, readWords, stemWord } from './read-words.ts'
import { codeNames, type Slot } from './slot.ts'
import type { Clause } from './split-clauses.ts'

/** A value of the key's type in an answer. */
export interface Candidate {
  /** [start, end) in UTF-16 code units of the answer. */
  readonly start: number
  readonly end: number
  /** Whether it is the key's value; `unclear`: cannot be compared ("leaves out the unit"). */
  readonly agrees: 'yes' | 'no' | 'unclear'
  readonly knownWrong?: boolean | undefined
  /** Why it is unclear, to follow "the answer …". */
  readonly why?: string | undefined
}

/** What an answer says about one claim. */
export interface Finding {
  readonly status: 'present' | 'missing' | 'contradicted' | 'unclear'
  readonly reason: string
  readonly span?: readonly [number, number] | undefined
  readonly hedged?: boolean | undefined
  /** Lists: share of the items found. */
  readonly share?: number | undefined
  /** Unclear because there is nothing of the key's kind at all. */
  readonly isAbsent?: boolean | undefined
  /** Whether the clause speaks of the asked subject or attribute, and not merely stands in the answer. */
  readonly bound?: boolean | undefined
}

/** Decides between the values of an answer: which one fills the asked slot, and whether it is the key's (methods §2.2). */
export function bindSlot(candidates: readonly Candidate[], answer: ReadAnswer, slot: Slot): Finding {
  if (candidates.length > maxCandidates) return unclear('gives more values than the rules can tell apart')
  const placed = candidates.map((candidate) => placeCandidate(candidate, answer, slot))
  const current = placed.filter((one) => one.start >= answer.correctedFrom)
  const counted = current.length > 0 ? current : placed
  const live = withoutDistractors(
    counted.filter((one) => one.polarity !== 'negated' && !one.ofAnother),
    answer,
    slot,
  )
  if (live.length === 0) return withoutLive(counted, slot)
  const best = Math.max(...live.map((one) => one.score))
  const top = live.filter((one) => one.score >= best - 0.01)
  return decide(top, live, answer)
}

/** An answer with more has none of them as its answer. */
const maxCandidates = 100

interface Placed extends Candidate {
  readonly polarity: Polarity
  readonly clause: Clause
  readonly hedged: boolean
  readonly score: number
  readonly bound: boolean
  /** Its clause names the attribute that the key gives: two values there exclude each other. */
  readonly attributed: boolean
  /** Its sentence has words enough of its own to be about something else. */
  readonly isLoose: boolean
  /** The sentence names another code-like subject and not the asked one. */
  readonly ofAnother: boolean
}

/** Beside the right value, a sibling's value that the question itself holds is only repeated. */
function withoutDistractors(live: readonly Placed[], answer: ReadAnswer, slot: Slot): readonly Placed[] {
  if (slot.isFalsePremise || !live.some((one) => one.agrees === 'yes')) return live
  const repeats = (one: Placed): boolean =>
    one.knownWrong === true && slot.known.includes(answer.text.slice(one.start, one.end))
  return live.filter((one) => !repeats(one))
}

function placeCandidate(candidate: Candidate, answer: ReadAnswer, slot: Slot): Placed {
  const clause = clauseAt(answer, candidate.start)
  const sentence = answer.sentences[clause.sentence]?.text ?? clause.text
  const attribute = cover(slot.attribute, isRowLabel(candidate, answer) ? sentence : clause.text)
  const subject = cover(slot.subject, sentence)
  const wider = cover([...slot.attribute, ...slot.subject], sentence)
  return {
    ...candidate,
    clause,
    polarity: polarityAt(maskEchoes(clause, slot.known), candidate.start, candidate.end),
    hedged: isHedged(sentence),
    score: 2 * attribute + subject + 0.5 * wider + closeness(candidate, clause, slot),
    bound: attribute >= 0.5 || subject >= 0.5 || wider >= 0.4,
    attributed: slot.isTyped && attribute >= 0.5,
    isLoose: slot.isTyped && subject === 0 && attribute < 1 && hasOwnTopic(sentence, candidate, answer, slot),
    ofAnother: namesAnother(sentence, slot, candidate, answer),
  }
}

/** "`storage.codec`: type string, …": what stands there is said of the whole row. */
function isRowLabel(candidate: Candidate, answer: ReadAnswer): boolean {
  const sentence = answer.sentences.find((one) => one.start <= candidate.start && candidate.start < one.end)
  if (sentence === undefined) return false
  return (
    candidate.start - sentence.start <= 1 &&
    /^`?:\s/u.test(answer.text.slice(candidate.end, candidate.end + 3))
  )
}

/** More than three content words that neither the question nor the value brings along. */
function hasOwnTopic(sentence: string, candidate: Candidate, answer: ReadAnswer, slot: Slot): boolean {
  const known = new Set(contentStems(`${slot.known} ${answer.text.slice(candidate.start, candidate.end)}`))
  return contentStems(sentence).filter((stem) => !known.has(stem)).length > 3
}

function cover(stems: readonly string[], text: string): number {
  if (stems.length === 0) return 0
  const there = new Set(contentStems(text))
  return stems.filter((stem) => there.has(stem)).length / stems.length
}

/** Up to 0.3 for the value that stands nearest to a word of the attribute: "default 30 s, maximum 60 s". */
function closeness(candidate: Candidate, clause: Clause, slot: Slot): number {
  const places = readWords(clause.text)
    .filter((word) => slot.attribute.includes(stemWord(word.norm)))
    .map((word) => clause.start + word.start)
  const distances = places.map((place) =>
    place < candidate.start ? candidate.start - place : 2 * (place - candidate.start),
  )
  return distances.length === 0 ? 0 : 0.3 / (1 + Math.min(...distances) / 20)
}

function namesAnother(sentence: string, slot: Slot, candidate: Candidate, answer: ReadAnswer): boolean {
  if (labelsAnother(sentence, slot)) return true
  if (slot.identifier === null) return false
  const value = answer.text.slice(candidate.start, candidate.end)
  const names = codeNames(sentence).filter((name) => !value.includes(name) && !slot.known.includes(name))
  return names.length > 0 && !sentence.toLowerCase().includes(slot.identifier.toLowerCase())
}

/** "Possible answers: …" is a row about nothing. */
const ofAnswers =
  /\b(?:answers?|responses?|results?|outputs?|values?|expected|actual|reference|verdict|note|summary)\b/iu

/** "Team: monthly price 49 EUR" is a row about Team. */
function labelsAnother(sentence: string, slot: Slot): boolean {
  const label = /^([^:.\n]{2,60}):\s/u.exec(sentence)?.[1]
  if (label === undefined || slot.subject.length === 0 || ofAnswers.test(label)) return false
  const known = new Set(contentStems(slot.known))
  const stems = contentStems(label)
  return stems.length > 0 && !stems.some((stem) => known.has(stem))
}

function withoutLive(counted: readonly Placed[], slot: Slot): Finding {
  const agreeing = counted.find((one) => one.agrees === 'yes')
  if (agreeing?.ofAnother === true) return unclear('gives the value, but of another subject', agreeing)
  if (agreeing !== undefined && /\b(?:not|never|no|except|without)\b|n['’]t\b/iu.test(slot.question))
    return unclear('negates, and so does the question', agreeing)
  if (agreeing !== undefined)
    return {
      status: 'contradicted',
      reason: 'denies the reference value',
      span: spanOf(agreeing),
      bound: true,
    }
  if (counted.some((one) => one.agrees === 'unclear')) return unclear(whyOf(counted))
  const wrong = counted.find((one) => one.knownWrong === true && one.polarity !== 'negated')
  if (wrong !== undefined) return contradiction(wrong)
  return { status: 'missing', reason: 'does not give the asked value' }
}

function decide(top: readonly Placed[], live: readonly Placed[], answer: ReadAnswer): Finding {
  const agreeing = top.filter((one) => one.agrees === 'yes')
  const differing = top.filter((one) => one.agrees === 'no')
  if (top.some((one) => one.polarity === 'unclear'))
    return unclear('negates in a way the rules cannot read', top[0])
  const [first] = agreeing
  const [other] = differing
  if (first === undefined && other === undefined) return unclear(whyOf(top), top[0])
  if (answer.needsBinding && !(first ?? other)?.bound)
    return unclear('is long, code or a table, and its value is not bound to the question')
  if (first !== undefined && other !== undefined) return decideBetween(first, other)
  if (first !== undefined) return decidePresent(first, live)
  return other === undefined ? unclear(whyOf(top)) : decideDiffering(other, live)
}

/** Two values of the same standing: a contradiction where they are alternatives, else nobody can tell which is meant. */
function decideBetween(agreeing: Placed, differing: Placed): Finding {
  const sameClause = agreeing.clause.start === differing.clause.start
  const [low, high] = agreeing.start < differing.start ? [agreeing, differing] : [differing, agreeing]
  const between = low.clause.text.slice(
    low.end - low.clause.start,
    Math.max(0, high.start - low.clause.start),
  )
  if (sameClause && /^[\s,]*(?:or|\/|and\/or|or maybe|or perhaps)\s+(?:\w+\s){0,2}$/iu.test(between))
    return { ...contradiction(differing), reason: 'gives two values where one is asked' }
  if (!sameClause && agreeing.attributed && differing.attributed)
    return { ...contradiction(differing), reason: 'gives two values that cannot both hold' }
  return unclear('gives several values and does not say which one answers', agreeing)
}

function decidePresent(first: Placed, live: readonly Placed[]): Finding {
  const rivals = live.filter((one) => one.agrees === 'no')
  const alternative = rivals.find((one) => isAlternative(first, one))
  if (alternative !== undefined)
    return { ...contradiction(alternative), reason: 'gives two values where one is asked' }
  if (first.isLoose) return unclear('gives the value, but in a sentence about something else', first)
  if (rivals.length > 0 && !first.bound)
    return unclear('gives several values and does not say which one answers', first)
  return {
    status: 'present',
    reason: 'gives the reference value',
    span: spanOf(first),
    hedged: first.hedged,
    bound: first.bound,
  }
}

const isAlternative = (one: Placed, other: Placed): boolean => {
  if (one.clause.start !== other.clause.start) return false
  const [low, high] = one.start < other.start ? [one, other] : [other, one]
  const between = low.clause.text.slice(low.end - low.clause.start, high.start - low.clause.start)
  return /^\s*(?:or|\/)\s*(?:\w+\s){0,2}$/iu.test(between)
}

function decideDiffering(other: Placed, live: readonly Placed[]): Finding {
  if (live.some((one) => one.agrees === 'yes'))
    return unclear('gives the reference value, but another one nearer to the question', other)
  if (live.some((one) => one.agrees === 'unclear')) return unclear(whyOf(live), other)
  return contradiction(other)
}

const contradiction = (one: Placed): Finding => ({
  status: 'contradicted',
  reason: one.knownWrong === true ? 'gives the value of a sibling' : 'gives another value',
  span: spanOf(one),
  hedged: one.hedged,
  bound: one.bound,
})

const whyOf = (placed: readonly Placed[]): string =>
  placed.find((one) => one.why !== undefined)?.why ?? 'gives a value that cannot be compared'

const spanOf = (one: Candidate): readonly [number, number] => [one.start, one.end]

const unclear = (reason: string, at?: Candidate): Finding => ({
  status: 'unclear',
  reason,
  ...(at === undefined ? {} : { span: spanOf(at) }),
})
