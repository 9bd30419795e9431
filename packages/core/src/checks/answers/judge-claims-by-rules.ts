import { judgeFaithfulness } from '../../judging/rules/faithfulness/judge-faithfulness.ts'
import type { CheckInput, Finding } from '../check.ts'
import { contextTexts, languageOf, maxAnswerLength } from './case-texts.ts'
import { scoreSupport, type JudgedClaim } from './judge-claims.ts'

/** What the contexts say to the claims of the answer, by rules: nobody is asked. */
export function judgeClaimsByRules({ case: checkCase, text }: CheckInput): Finding {
  const answer = text.slice(0, maxAnswerLength)
  const passages = contextTexts(checkCase)
  const { label, reason, claims } = judgeFaithfulness({
    answer,
    passages: passages.map((passage) => passage.text),
    question: checkCase.input,
    language: languageOf(checkCase),
  })
  if (label === 'no-claims') return { outcome: 'not-applicable', reason }
  if (label === 'not-judged') return { outcome: 'not-judged', reason: `by rules, ${reason}` }
  const judged = claims.map(({ status, reason: why, span: [start, end], evidence }): JudgedClaim => {
    const words = evidence === null ? undefined : passages[evidence.passage]?.text.slice(...evidence.span)
    return {
      text: answer.slice(start, end),
      span: { start, end },
      status: status === 'not-judged' ? 'unclear' : status,
      reason: why,
      evidence: words === undefined ? null : { source: passages[evidence?.passage ?? 0]?.label ?? '', words },
    }
  })
  return scoreSupport(judged, 'supported, by rules')
}
