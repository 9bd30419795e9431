import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, CheckPorts, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { modelParameter, type Asking } from './ask-judge.ts'
import {
  answerTexts,
  isEmptyText,
  listShort,
  maxAnswerLength,
  questionTexts,
  quoteShort,
} from './case-texts.ts'
import {
  findUnclear,
  isSupported,
  judgeClaims,
  nameUnsupported,
  toClaimSpan,
  type JudgedClaim,
} from './judge-claims.ts'
import { splitClaims, type Claim, type NotJudged } from './split-claims.ts'

const reference = 'It waits 30 s and tries twice.'
const answer = 'It waits 30 s.'
const waits = { quote: 'waits 30 s', claim: 'The server waits 30 s.' }
const tries = { quote: 'tries twice', claim: 'The server tries twice.' }
const entry = (claim: string, status: string, quote: string, source: string) => ({
  claim,
  reason: 'Read.',
  source,
  quote,
  status,
})

/** Precision and recall of the answer's claims against those of the reference. */
export const factualCorrectnessCheck = defineCheck({
  id: 'factual-correctness',
  kind: 'answer',
  title: 'Factual correctness',
  measures:
    'Precision: claims of the answer that the reference supports, as a share. Recall: claims of the reference that the answer supports, as a share. Score: F = (1 + β²)·P·R / (β²·P + R), or one of the two by `mode`. Four calls (two with one of the modes), and more for each 25 claims; with several references the best counts, and each takes its calls.',
  limits:
    'A true claim that the reference does not make lowers precision. Each share is taken over its own claims; products that mix both counts give other figures. The threshold of 0.7 is a starting value of ours.',
  reads: ['answer', 'reference'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.7,
  parameters: z.strictObject({
    mode: z.enum(['f', 'precision', 'recall']).default('f').describe('Which figure is the score'),
    beta: z
      .number()
      .positive()
      .max(10)
      .default(1)
      .describe('Weight of recall in F: above 1 recall counts more, below 1 precision does'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { answer, reference: 'It waits 30 s.' },
      modelReplies: [
        { claims: [waits] },
        { claims: [entry('c1', 'supported', 'waits 30 s', 'reference')] },
        { claims: [waits] },
        { claims: [entry('c1', 'supported', 'waits 30 s', 'answer')] },
      ],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer, reference },
      modelReplies: [
        { claims: [waits] },
        { claims: [entry('c1', 'supported', 'waits 30 s', 'reference')] },
        { claims: [waits, tries] },
        { claims: [entry('c1', 'supported', 'waits 30 s', 'answer'), entry('c2', 'unsupported', '', '')] },
      ],
      outcome: 'fail',
      score: 2 / 3,
    },
    {
      case: { answer, reference },
      parameters: { mode: 'precision' },
      modelReplies: [{ claims: [waits] }, { claims: [entry('c1', 'supported', 'waits 30 s', 'reference')] }],
      outcome: 'pass',
      score: 1,
    },
    { case: { answer: '', reference }, outcome: 'fail', score: 0 },
  ],
  prepare: (parameters) => ok({ run: (each, ports) => judgeReferences(each, ports, parameters) }),
})

interface Parameters {
  readonly mode: 'f' | 'precision' | 'recall'
  readonly beta: number
  readonly model?: string | undefined
}

type Scored = Extract<Finding, { readonly outcome: 'score' }>

/** The answer is split once; then one reference after the other, until one is met in full. */
async function judgeReferences(
  each: CheckInput,
  ports: CheckPorts,
  { mode, beta, model }: Parameters,
): Promise<Result<Finding>> {
  const asking = { check: 'factual-correctness', model, ports }
  const text = each.text.slice(0, maxAnswerLength)
  if (isEmptyText(text)) return ok({ outcome: 'score', score: 0, reason: 'the answer is empty' })
  const claims = mode === 'recall' ? ok([]) : await splitClaims(asking, text, questionTexts(each.case))
  if (!claims.ok) return claims
  if ('outcome' in claims.value) return ok(claims.value)
  if (mode !== 'recall' && claims.value.length === 0)
    return ok({ outcome: 'score', score: 0, reason: 'the answer claims nothing' })
  let best: Scored | null = null
  let open: NotJudged | null = null
  for (const reference of each.references) {
    const judged = await judgeReference(asking, each, { claims: claims.value, text, reference, mode, beta })
    if (!judged.ok) return judged
    const finding = judged.value
    if (finding.outcome === 'not-judged') open ??= finding
    else if (best === null || finding.score > best.score) best = finding
    if (best?.score === 1) break
  }
  return ok(open === null || best?.score === 1 ? (best ?? nothingJudged) : open)
}

const nothingJudged: NotJudged = { outcome: 'not-judged', reason: 'there is no reference' }

interface Matter extends Pick<Parameters, 'mode' | 'beta'> {
  readonly claims: readonly Claim[]
  readonly text: string
  readonly reference: string
}

async function judgeReference(
  asking: Asking,
  each: CheckInput,
  { claims, text, reference, mode, beta }: Matter,
): Promise<Result<Scored | NotJudged>> {
  const own = await judgeClaims(asking, claims, [{ label: 'reference', text: reference }])
  if (!own.ok) return own
  const wanted =
    mode === 'precision' ? ok([]) : await splitClaims(asking, reference, questionTexts(each.case))
  if (!wanted.ok) return wanted
  if ('outcome' in wanted.value) return ok(wanted.value)
  if (mode !== 'precision' && wanted.value.length === 0)
    return ok({ outcome: 'not-judged', reason: 'the reference claims nothing' })
  const met = await judgeClaims(asking, wanted.value, answerTexts(text))
  if (!met.ok) return met
  return ok(findUnclear([...own.value, ...met.value]) ?? toScored(own.value, met.value, { mode, beta }))
}

/** Claims of the answer held against the reference, and the other way round. */
function toScored(
  own: readonly JudgedClaim[],
  met: readonly JudgedClaim[],
  { mode, beta }: Pick<Parameters, 'mode' | 'beta'>,
): Scored {
  const precision = own.filter(isSupported).length / Math.max(1, own.length)
  const recall = met.filter(isSupported).length / Math.max(1, met.length)
  const figures = [
    ...(mode === 'recall' ? [] : [`precision ${count(own)}`]),
    ...(mode === 'precision' ? [] : [`recall ${count(met)}`]),
  ]
  const missing = met.filter((claim) => !isSupported(claim)).map(({ text }) => `missing ${quoteShort(text)}`)
  const named = [...nameUnsupported(own), ...missing]
  return {
    outcome: 'score',
    score: { f: fScore(precision, recall, beta), precision, recall }[mode],
    reason: `${figures.join(', ')}${named.length === 0 ? '' : `: ${listShort(named)}`}`,
    spans: own.map(toClaimSpan),
  }
}

const count = (claims: readonly JudgedClaim[]): string =>
  `${claims.filter(isSupported).length} of ${claims.length}`

/** van Rijsbergen 1979; 0 where both are 0. */
const fScore = (precision: number, recall: number, beta: number): number =>
  precision + recall === 0 ? 0 : ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall)
