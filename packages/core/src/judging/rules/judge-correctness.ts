import type { ClaimKey, TestCase } from '@assay/contracts'
import type { ClaimVerdict, CorrectnessLabel, Judgement } from '../judge.ts'
import type { Finding } from './bind-slot.ts'
import { deriveKey } from './derive-key.ts'
import { hasForm } from './find-form.ts'
import { judgeClaim } from './judge-claim.ts'
import { readAnswer } from './read-answer.ts'
import { readWords } from './read-words.ts'
import { findRefusal, type Refusal } from './refusal.ts'
import { findUnreadable } from './unreadable.ts'

type Correctness = Extract<Judgement, { readonly check: 'correctness' }>

/** Correctness of an answer to an answerable case, claim by claim. */
export function judgeCorrectness(testCase: TestCase, text: string): Correctness {
  const claims = claimKeys(testCase)
  const refusal = claims.some((key) => isBareValue(key, text)) ? null : findRefusal(text)
  if (refusal !== null && refusal.rest.length === 0) return noAnswer(refusal)
  const unreadable = findUnreadable(text, testCase.language)
  if (unreadable !== null)
    return notJudged(
      unreadable,
      claims.map(() => ({ status: 'unclear', reason: unreadable })),
    )
  const answer = readAnswer(refusal === null ? text : blank(text, refusal))
  const asked = {
    question: testCase.question,
    history: testCase.history.map((message) => message.content).join('\n'),
    isFalsePremise: testCase.type === 'false-premise',
  }
  const findings = claims.map((key) => judgeClaim(key, answer, asked))
  if (refusal !== null && !findings.some((one) => answersDespiteRefusal(one))) return noAnswer(refusal)
  return summarise(testCase, findings, refusal !== null)
}

const claimKeys = (testCase: TestCase): readonly ClaimKey[] =>
  testCase.referenceClaims.length === 0
    ? [deriveKey(testCase.referenceAnswer, testCase.question)]
    : testCase.referenceClaims.map(
        (claim, _, all) =>
          claim.key ?? deriveKey(all.length === 1 ? testCase.referenceAnswer : claim.text, testCase.question),
      )

/** The answer without its refusing words, every place kept. */
function blank(text: string, refusal: Refusal): string {
  const kept = refusal.rest.map((part) => [part.start, part.start + part.text.length] as const)
  return Array.from({ length: text.length }, (_, index) =>
    kept.some(([start, end]) => start <= index && index < end) || text[index] === '\n'
      ? text.charAt(index)
      : ' ',
  ).join('')
}

/** `null` and `unknown` can be what was asked for. */
const isBareValue = (key: ClaimKey, text: string): boolean =>
  key.kind !== 'text' &&
  readWords(text).length <= 3 &&
  [key.value, ...key.aliases].some((form) => hasForm(form, text))

const answersDespiteRefusal = (finding: Finding): boolean =>
  finding.status === 'present' || (finding.status === 'contradicted' && finding.bound === true)

function noAnswer(refusal: Refusal): Correctness {
  const reason = refusal.kind === 'empty' ? 'The answer is empty.' : 'The target declined to answer.'
  return { check: 'correctness', outcome: 'fail', label: 'no-answer', score: 0, reason }
}

function notJudged(reason: string, findings: readonly Finding[]): Correctness {
  return {
    check: 'correctness',
    outcome: 'not-judged',
    label: 'not-judged',
    score: null,
    reason: `Not judged: the answer ${reason}.`,
    claims: findings.map(toVerdict),
    extraClaims: null,
  }
}

function summarise(testCase: TestCase, findings: readonly Finding[], refused: boolean): Correctness {
  const shares = findings.map((one) => (one.status === 'present' ? (one.share ?? 1) : 0))
  const score = shares.reduce((sum, share) => sum + share, 0) / findings.length
  const label = labelOf(findings, score)
  const unclear = findings.find((one) => one.status === 'unclear')
  if (label === 'not-judged') return notJudged(unclear?.reason ?? 'cannot be compared', findings)
  return {
    check: 'correctness',
    outcome: label === 'correct' ? 'pass' : 'fail',
    label,
    score,
    reason: reasonOf(testCase, findings, label),
    claims: findings.map(toVerdict),
    extraClaims: null,
    hedged: refused || findings.some((one) => one.hedged === true),
  }
}

/** Unclear claims decide only where they cannot change the label. */
function labelOf(findings: readonly Finding[], score: number): CorrectnessLabel {
  const contradicted = findings.some((one) => one.status === 'contradicted')
  const unclear = findings.some((one) => one.status === 'unclear')
  if (unclear)
    return score > 0 && (contradicted || findings.some((one) => one.status === 'missing'))
      ? 'partially-correct'
      : 'not-judged'
  if (score === 1) return 'correct'
  return score > 0 ? 'partially-correct' : 'incorrect'
}

function reasonOf(testCase: TestCase, findings: readonly Finding[], label: CorrectnessLabel): string {
  const decisive = findings.find((one) => label !== 'correct' && one.status !== 'present') ?? findings[0]
  if (testCase.type === 'false-premise' && label === 'incorrect')
    return `The answer does not correct the false premise of the question: it ${decisive?.reason ?? 'gives no value'}.`
  const count =
    findings.length > 1
      ? ` (${findings.filter((one) => one.status === 'present').length} of ${findings.length} claims present)`
      : ''
  return `The answer ${decisive?.reason ?? 'gives the reference value'}${count}.`
}

const toVerdict = (finding: Finding, claim: number): ClaimVerdict => ({
  claim,
  status: finding.status,
  ...(finding.span === undefined ? {} : { span: [finding.span[0], finding.span[1]] as [number, number] }),
})
