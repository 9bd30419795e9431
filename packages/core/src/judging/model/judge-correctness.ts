import type { TestCase } from '@assay/contracts'
import type * as z from 'zod'
import { must } from '../../must.ts'
import type { ModelCaller } from '../../ports/model-caller.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { judgeCorrectnessPrompt } from '../../prompts/judge-correctness.data.ts'
import { ok, type Result } from '../../result.ts'
import { askForJson, type AskOptions } from '../../structured-output/ask-for-json.ts'
import { locateQuote } from '../../structured-output/locate-quote.ts'
import type { ClaimVerdict, CorrectnessLabel, JudgeInput, Judgement } from '../judge.ts'
import { judgedAnswer, judgedQuestion } from './judged-texts.ts'

type Verdict = z.infer<typeof judgeCorrectnessPrompt.outputSchema>

/** Correctness and over-refusal of an answer to an answerable case, in one call. */
export async function judgeCorrectness(
  input: JudgeInput,
  model: ModelCaller,
  asking: Pick<AskOptions<never>, 'hash' | 'temperature' | 'repeat'>,
): Promise<Result<readonly Judgement[]>> {
  const claims = claimTexts(input.testCase)
  const text = judgedAnswer(input)
  const asked = await askForJson(
    model,
    judgeCorrectnessPrompt,
    {
      description: input.description ?? 'not told',
      instructions: input.instructions ?? 'nothing further',
      question: judgedQuestion(input.testCase),
      claims,
      answer: [{ label: 'answer', text }],
    },
    { ...asking, check: (verdict, ask) => findFault(verdict, claims, { text, ask }) },
  )
  if (!asked.ok) return asked
  const verdict = asked.value.value
  const verdicts = claims.map(({ label }, claim) => toClaimVerdict(verdict, label, claim, text))
  return ok([correctness(verdict, verdicts), overRefusal(verdict, verdicts)])
}

/** Labels `c1`, `c2`; a case without claims is judged by its answer as one claim. */
function claimTexts({ referenceClaims, referenceAnswer }: TestCase): readonly FencedText[] {
  if (referenceClaims.length === 0) return [{ label: 'c1', text: referenceAnswer }]
  return referenceClaims.map(({ text, evidence }, index) => ({
    label: `c${index + 1}`,
    text: [text, ...evidence.map(({ quote }) => `documents: ${quote}`)].join('\n'),
  }))
}

/** A claim without its one entry; when it is first asked also a verdict on words that the answer does not hold. */
function findFault(
  { claims }: Verdict,
  wanted: readonly FencedText[],
  { text, ask }: { readonly text: string; readonly ask: 1 | 2 },
): string | null {
  for (const { label } of wanted)
    if (claims.filter(({ claim }) => claim === label).length !== 1)
      return `claims: there must be exactly one entry for ${label}`
  if (ask === 2) return null
  const loose = claims.find(({ status, quote }) => needsWords(status) && locateQuote(quote, text) === null)
  return loose === undefined ? null : `claims: the quote for ${loose.claim} does not stand in the answer`
}

const needsWords = (status: Verdict['claims'][number]['status']): boolean =>
  status === 'present' || status === 'contradicted'

/** A verdict on words that stand nowhere in the answer is none. */
function toClaimVerdict(verdict: Verdict, label: string, claim: number, text: string): ClaimVerdict {
  const entry = must(
    verdict.claims.find((one) => one.claim === label),
    `verdict on ${label}`,
  )
  const span = locateQuote(entry.quote, text)
  if (span === null) return { claim, status: needsWords(entry.status) ? 'unclear' : entry.status }
  return { claim, status: entry.status, span: [span.start, span.end] }
}

function correctness(verdict: Verdict, claims: readonly ClaimVerdict[]): Judgement {
  const score = claims.filter(({ status }) => status === 'present').length / claims.length
  const label = labelOf(verdict, claims, score)
  const details = { claims, extraClaims: verdict.extra.filter((text) => text.trim() !== '').length }
  const reason = reasonOf(verdict, label)
  if (label === 'not-judged')
    return { check: 'correctness', outcome: 'not-judged', label, score: null, reason, ...details }
  return {
    check: 'correctness',
    outcome: label === 'correct' ? 'pass' : 'fail',
    label,
    score: label === 'no-answer' ? 0 : score,
    reason,
    ...details,
    hedged: verdict.hedged,
  }
}

/** From the claims, whatever the verdict says: only "cannot tell" and unclear claims are taken from the judge as they are. */
function labelOf(verdict: Verdict, claims: readonly ClaimVerdict[], score: number): CorrectnessLabel {
  const has = (status: ClaimVerdict['status']): boolean => claims.some((one) => one.status === status)
  if (has('unclear'))
    return score > 0 && (has('missing') || has('contradicted')) ? 'partially-correct' : 'not-judged'
  if (score === 1) return 'correct'
  if (score > 0) return 'partially-correct'
  if (has('contradicted')) return 'incorrect'
  if (verdict.verdict === 'cannot-tell') return 'not-judged'
  return verdict.declined === 'no' ? 'incorrect' : 'no-answer'
}

function reasonOf(verdict: Verdict, label: CorrectnessLabel): string {
  const told = verdict.reason.trim() === '' ? 'The judge gave no reason.' : verdict.reason.trim()
  const said = verdict.verdict === 'cannot-tell' ? 'not-judged' : verdict.verdict
  return said === label ? told : `${told} (The judge's own word was "${verdict.verdict}"; its claims decide.)`
}

function overRefusal({ declined }: Verdict, claims: readonly ClaimVerdict[]): Judgement {
  const gave = claims.some(({ status }) => status === 'present' || status === 'contradicted')
  return declined === 'yes' && !gave
    ? {
        check: 'declining',
        outcome: 'fail',
        label: 'over-refused',
        score: 0,
        reason: 'The target declined a question that the documents answer.',
      }
    : { check: 'declining', outcome: 'pass', label: 'answered', score: 1, reason: 'The target answered.' }
}
