import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { modelParameter, type Asking } from './ask-judge.ts'
import { contextTexts, isEmptyText, maxAnswerLength, questionTexts } from './case-texts.ts'
import { isJudgedByModel, judgeParameter, neededByJudge } from './choose-judge.ts'
import { judgeClaims, scoreSupport } from './judge-claims.ts'
import { judgeClaimsByRules } from './judge-claims-by-rules.ts'
import { splitClaims } from './split-claims.ts'

const contexts = [{ text: 'The server listens on port 8080. Requests time out after 30 s.' }]
const answer = 'It listens on port 8080 and times out after 60 s.'
const split = (...claims: readonly (readonly [quote: string, claim: string])[]) => ({
  claims: claims.map(([quote, claim]) => ({ quote, claim })),
})
const port = ['It listens on port 8080', 'The server listens on port 8080.'] as const
const timeout = ['times out after 60 s', 'The server times out after 60 s.'] as const
const judged = (claim: string, status: string, quote: string) => ({
  claim,
  reason: 'The passage says so.',
  source: quote === '' ? '' : 'p1',
  quote,
  status,
})

/** Each claim of the answer is supported by what was retrieved. */
export const faithfulnessCheck = defineCheck({
  id: 'faithfulness',
  kind: 'answer',
  title: 'Faithfulness',
  measures:
    'Claims of the answer that the retrieved contexts support, as a share of all its claims (Es et al. 2023). Each claim is supported, unsupported or contradicted, and marked in the answer with the words of the context that decide, which must stand there. The rules compare words, values, names and negations sentence by sentence and ask nobody. Model: two calls, and one more for each 25 claims.',
  limits:
    'It says nothing about whether the contexts are right or the question is answered. The rules read English and do not judge what is said in other words than the contexts’. An answer that claims nothing, such as a refusal, is not applicable. The threshold of 0.8 is a starting value of ours.',
  reads: ['answer', 'contexts'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.8,
  parameters: z.strictObject({ judge: judgeParameter, model: modelParameter }),
  examples: [
    {
      case: { answer: 'It listens on port 8080.', contexts },
      modelReplies: [split(port), { claims: [judged('c1', 'supported', 'listens on port 8080')] }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer, contexts },
      modelReplies: [
        split(port, timeout),
        {
          claims: [
            judged('c1', 'supported', 'listens on port 8080'),
            judged('c2', 'contradicted', 'time out after 30 s'),
          ],
        },
      ],
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: 'I do not know.', contexts },
      modelReplies: [{ claims: [] }],
      outcome: 'not-applicable',
    },
    {
      case: { answer: 'It listens on port 8080.', contexts: [] },
      modelReplies: [split(port)],
      outcome: 'fail',
      score: 0,
    },
    {
      case: { answer: 'The server listens on port 8080. Requests time out after 60 s.', contexts },
      parameters: { judge: 'rules' },
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: 'The server listens on port 8080.', contexts },
      parameters: { judge: 'rules' },
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer: 'It can be reached where administrators expect it.', contexts },
      parameters: { judge: 'rules' },
      outcome: 'not-judged',
    },
    { case: { answer: '', contexts }, outcome: 'not-applicable' },
  ],
  prepare: (parameters) =>
    ok({
      needs: neededByJudge(parameters),
      run(input, ports) {
        if (isEmptyText(input.text)) return { outcome: 'not-applicable', reason: 'the answer is empty' }
        return isJudgedByModel(parameters, ports)
          ? judgeByModel(input, { check: 'faithfulness', model: parameters.model, ports })
          : judgeClaimsByRules(input)
      },
    }),
})

async function judgeByModel(input: CheckInput, asking: Asking): Promise<Result<Finding>> {
  const text = input.text.slice(0, maxAnswerLength)
  const claims = await splitClaims(asking, text, questionTexts(input.case))
  if (!claims.ok) return claims
  if ('outcome' in claims.value) return ok(claims.value)
  if (claims.value.length === 0) return ok({ outcome: 'not-applicable', reason: 'the answer claims nothing' })
  const judged = await judgeClaims(asking, claims.value, contextTexts(input.case))
  return judged.ok ? ok(scoreSupport(judged.value, 'supported')) : judged
}
