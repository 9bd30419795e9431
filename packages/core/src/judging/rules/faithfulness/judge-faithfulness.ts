import { toPlainWidth } from '../plain-width.ts'
import { findRefusal } from '../refusal.ts'
import { splitSentences } from '../split-clauses.ts'
import { findUnreadable } from '../unreadable.ts'
import { checkClaim, type ClaimFinding, type ClaimStatus } from './check-claim.ts'
import { readClaims, type Claim } from './read-claims.ts'
import { readSources } from './read-sources.ts'
import { readUnit } from './read-unit.ts'

export interface FaithfulnessInput {
  readonly answer: string
  /** What the answer may say: the texts that were retrieved. */
  readonly passages: readonly string[]
  /** Binds answers of a few words; empty: not known. */
  readonly question?: string | undefined
  /** BCP 47; the rules read English. */
  readonly language?: string | undefined
}

export interface FaithfulClaim {
  readonly status: ClaimStatus
  /** To follow "the claim …". */
  readonly reason: string
  /** [start, end) in UTF-16 code units of the answer. */
  readonly span: readonly [number, number]
  /** What decides: the place in the passage of that index; `null`: nothing does. */
  readonly evidence: { readonly passage: number; readonly span: readonly [number, number] } | null
}

export interface FaithfulnessJudgement {
  /** `no-claims`: the answer says nothing that could be held against the passages. */
  readonly label: 'faithful' | 'not-faithful' | 'not-judged' | 'no-claims'
  /** One sentence without a full stop. */
  readonly reason: string
  readonly claims: readonly FaithfulClaim[]
}

/**
 * Whether the passages support an answer, claim by claim, without a model. One claim that they contradict or that holds
 * a value or name they do not makes it not faithful; one that the rules cannot compare leaves it not judged.
 */
export function judgeFaithfulness(input: FaithfulnessInput): FaithfulnessJudgement {
  const { question = '', language = 'en' } = input
  const [answer, passages] = [toPlainWidth(input.answer), input.passages.map(toPlainWidth)]
  const unreadable = findUnreadable(answer, language)
  if (unreadable !== null) return { label: 'not-judged', reason: `the answer ${unreadable}`, claims: [] }
  const foreign = findUnreadable(passages.join('\n'), language)
  if (foreign !== null)
    return { label: 'not-judged', reason: `the text of the sources ${foreign}`, claims: [] }
  const read = readClaims(answer)
  if (read.length === 0)
    return findRefusal(answer)?.rest.length === 0
      ? { label: 'no-claims', reason: 'the answer claims nothing', claims: [] }
      : { label: 'not-judged', reason: 'the answer says too little to compare', claims: [] }
  const sources = readSources(passages)
  const asked = readUnit(question)
  const isWhole = splitSentences(answer).length === 1
  const claims = read.map((claim) =>
    place(claim, checkClaim(claim.unit, { sources, question: asked, isWhole })),
  )
  return summarise(answer, claims)
}

const place = ({ start, end }: Claim, { status, reason, window }: ClaimFinding): FaithfulClaim => ({
  status,
  reason,
  span: [start, end],
  evidence: window === undefined ? null : { passage: window.passage, span: [window.start, window.end] },
})

function summarise(answer: string, claims: readonly FaithfulClaim[]): FaithfulnessJudgement {
  const decisive =
    claims.find(({ status }) => status === 'contradicted' || status === 'unsupported') ??
    claims.find(({ status }) => status === 'not-judged')
  if (decisive === undefined) return { label: 'faithful', reason: 'the sources say all of it', claims }
  const words = shorten(answer.slice(...decisive.span))
  const label = decisive.status === 'not-judged' ? 'not-judged' : 'not-faithful'
  return { label, reason: `the claim "${words}" ${decisive.reason}`, claims }
}

const shorten = (text: string): string => {
  const line = text.trim().replace(/\s+/gu, ' ')
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`
}
