import * as z from 'zod'
import { checkKeyPointsPrompt } from '../../prompts/check-key-points.data.ts'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { askJudge, modelParameter, type Asking } from './ask-judge.ts'
import { isEmptyText, listShort, maxAnswerLength, quoteShort } from './case-texts.ts'
import {
  findUnclear,
  isSupported,
  judgeClaims,
  nameUnsupported,
  toClaimSpan,
  type JudgedClaim,
} from './judge-claims.ts'
import { placeClaims, splitClaims, type Claim, type NotJudged } from './split-claims.ts'

const input = 'The server waits 30 s. It then tries twice. Its logo is blue.'
const entry = (claim: string, status: string, quote: string, source: string) => ({
  claim,
  reason: 'Read.',
  source,
  quote,
  status,
})
const waits = { quote: 'waits 30 s', claim: 'The server waits 30 s.' }
const aligned = { claims: [entry('c1', 'supported', 'waits 30 s', 'document')] }
const points = {
  points: [
    { quote: 'waits 30 s', point: 'The server waits 30 s.' },
    { quote: 'tries twice', point: 'It tries twice.' },
  ],
}

/** A summary says nothing its text does not, and holds its key points. */
export const summarisationCheck = defineCheck({
  id: 'summarisation',
  kind: 'answer',
  title: 'Summarisation',
  measures:
    'Alignment: claims of the summary that the text supports, as a share. Coverage: key points of the text that the summary holds, as a share; they are picked without sight of the summary. Score: the lower of the two, or one of them by `mode`. Four calls (two with one of the modes), and one more for each 25 claims. The text is the contexts where the case has some, else its input.',
  limits:
    'It says nothing about length or style. Which points are key is the model’s choice, the same for each summary of one text at temperature 0. The threshold of 0.7 is a starting value of ours.',
  reads: ['answer'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.7,
  parameters: z.strictObject({
    mode: z.enum(['both', 'alignment', 'coverage']).default('both').describe('Which figure is the score'),
    of: z
      .enum(['contexts', 'input'])
      .optional()
      .describe('What is summarised; default: contexts, else input'),
    points: z.number().int().min(1).max(25).default(10).describe('Key points at most'),
    model: modelParameter,
  }),
  examples: [
    {
      case: { input, answer: 'It waits 30 s and tries twice.' },
      modelReplies: [
        { claims: [waits] },
        aligned,
        points,
        {
          claims: [
            entry('c1', 'supported', 'waits 30 s', 'summary'),
            entry('c2', 'supported', 'tries twice', 'summary'),
          ],
        },
      ],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { input, answer: 'It waits 30 s.' },
      modelReplies: [
        { claims: [waits] },
        aligned,
        points,
        { claims: [entry('c1', 'supported', 'waits 30 s', 'summary'), entry('c2', 'unsupported', '', '')] },
      ],
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { input, answer: 'It waits 30 s.' },
      parameters: { mode: 'alignment' },
      modelReplies: [{ claims: [waits] }, aligned],
      outcome: 'pass',
      score: 1,
    },
    { case: { input, answer: '' }, outcome: 'fail', score: 0 },
    { case: { answer: 'It waits 30 s.' }, outcome: 'not-applicable' },
  ],
  prepare: ({ mode, of, points: count, model }) =>
    ok({
      async run(each, ports): Promise<Result<Finding>> {
        const document = documentOf(each, of)
        if (document === null)
          return ok({ outcome: 'not-applicable', reason: `the case has no ${of ?? 'input'}` })
        const text = each.text.slice(0, maxAnswerLength)
        if (isEmptyText(text)) return ok({ outcome: 'score', score: 0, reason: 'the summary is empty' })
        const asking = { check: 'summarisation', model, ports }
        const alignment = mode === 'coverage' ? ok(null) : await judgeAlignment(asking, text, document)
        if (!alignment.ok) return alignment
        const coverage =
          mode === 'alignment' ? ok(null) : await judgeCoverage(asking, text, { document, count })
        return coverage.ok ? ok(toFinding(alignment.value, coverage.value)) : coverage
      },
    }),
})

function documentOf(
  { case: { contexts, input: asked } }: CheckInput,
  of: 'contexts' | 'input' | undefined,
): string | null {
  const passages = contexts?.map(({ text }) => text).join('\n\n')
  const document = of === 'input' ? asked : of === 'contexts' ? passages : (passages ?? asked)
  return document === undefined || isEmptyText(document) ? null : document
}

type Side = readonly JudgedClaim[] | NotJudged | null

async function judgeAlignment(asking: Asking, text: string, document: string): Promise<Result<Side>> {
  const claims = await splitClaims(asking, text)
  if (!claims.ok) return claims
  if ('outcome' in claims.value) return ok(claims.value)
  return judgeClaims(asking, claims.value, [{ label: 'document', text: document }])
}

async function judgeCoverage(
  asking: Asking,
  text: string,
  { document, count }: { readonly document: string; readonly count: number },
): Promise<Result<Side>> {
  const points = await pickPoints(asking, document, count)
  if (!points.ok) return points
  if ('outcome' in points.value) return ok(points.value)
  return judgeClaims(asking, points.value, [{ label: 'summary', text }])
}

async function pickPoints(
  asking: Asking,
  document: string,
  count: number,
): Promise<Result<readonly Claim[] | NotJudged>> {
  const asked = await askJudge(
    asking,
    checkKeyPointsPrompt,
    { count: String(count), document: [{ label: 'document', text: document }] },
    {
      check: ({ points }, ask) => {
        if (points.length === 0 || points.length > count) return `points: there must be 1 to ${count}`
        const placed = placeClaims(
          points.map(({ quote, point }) => ({ quote, claim: point })),
          document,
        )
        return ask === 1 && 'outcome' in placed ? `points: ${placed.reason}` : null
      },
    },
  )
  if (!asked.ok) return asked
  return ok(
    placeClaims(
      asked.value.points.map(({ quote, point }) => ({ quote, claim: point })),
      document,
    ),
  )
}

function toFinding(alignment: Side, coverage: Side): Finding {
  const sides = [alignment, coverage].filter((side) => side !== null)
  for (const side of sides) {
    if ('outcome' in side) return side
    const unclear = findUnclear(side)
    if (unclear !== null) return unclear
  }
  const [aligned, covered] = [alignment, coverage].map((side) =>
    side === null || 'outcome' in side ? null : side,
  )
  if (aligned?.length === 0) return { outcome: 'score', score: 0, reason: 'the summary claims nothing' }
  const figures = [...nameFigure('alignment', aligned), ...nameFigure('coverage', covered)]
  const missing = (covered ?? [])
    .filter((point) => !isSupported(point))
    .map(({ text }) => `missing ${quoteShort(text)}`)
  const named = [...nameUnsupported(aligned ?? []), ...missing]
  return {
    outcome: 'score',
    score: Math.min(...[aligned, covered].flatMap((side) => (side ? [shareOf(side)] : []))),
    reason: `${figures.join(', ')}${named.length === 0 ? '' : `: ${listShort(named)}`}`,
    spans: (aligned ?? []).map(toClaimSpan),
  }
}

const shareOf = (side: readonly JudgedClaim[]): number => side.filter(isSupported).length / side.length

const nameFigure = (name: string, side: readonly JudgedClaim[] | null | undefined): readonly string[] =>
  side ? [`${name} ${side.filter(isSupported).length} of ${side.length}`] : []
