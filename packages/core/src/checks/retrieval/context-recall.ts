import * as z from 'zod'
import { ok, type Result } from '../../result.ts'
import { contextTexts, isEmptyText, questionTexts } from '../answers/case-texts.ts'
import { judgeClaims, scoreSupport } from '../answers/judge-claims.ts'
import { splitClaims } from '../answers/split-claims.ts'
import type { CheckInput, CheckPorts, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { judgedParameters, nothingRetrieved } from './judged-parameters.ts'

const split = {
  claims: [
    { quote: 'The limit is 30 s', claim: 'The limit is 30 s.' },
    { quote: 'It can be raised', claim: 'The limit can be raised.' },
  ],
}
const judged = (claim: string, status: string, quote: string) => ({
  claim,
  reason: 'read',
  source: quote === '' ? '' : 'p1',
  quote,
  status,
})
const limit = judged('c1', 'supported', 'limit: 30 s')
const asked = { input: 'What is the limit?', reference: 'The limit is 30 s. It can be raised.' }
const bare = { ...asked, contexts: [{ text: 'Default limit: 30 s.' }] }
const invented = { claims: [limit, judged('c2', 'supported', 'Raise it')] }

/** Whether what the reference says stands in the retrieved passages, claim by claim (Ragas' context recall). */
export const contextRecallCheck = defineCheck({
  id: 'context-recall',
  kind: 'retrieval',
  title: 'Context recall',
  measures:
    "Share of the reference's claims that the retrieved passages support, 0 to 1 (Ragas' context recall). A model splits the reference into claims, then names the words of a passage that support each. The spans mark the claims in the reference, with those words. Two calls, and one more for each 25 claims.",
  limits:
    'Unlike Ragas, which asks once, a claim counts as supported only if the words the model names stand in a passage; else the case is not judged. Of several references the first is taken. The threshold of 0.8 is a starting value of ours.',
  reads: ['reference', 'contexts'],
  cost: 'model calls',
  better: 'higher',
  threshold: 0.8,
  parameters: z.strictObject(judgedParameters),
  examples: [
    {
      case: { ...asked, contexts: [{ text: 'Default limit: 30 s. Raise it with --limit.' }] },
      modelReplies: [split, { claims: [limit, judged('c2', 'supported', 'Raise it with --limit')] }],
      outcome: 'pass',
      score: 1,
    },
    {
      case: bare,
      modelReplies: [split, { claims: [limit, judged('c2', 'unsupported', '')] }],
      outcome: 'fail',
      score: 0.5,
    },
    { case: bare, modelReplies: [split, invented, invented], outcome: 'not-judged' },
    { case: { ...asked, contexts: [] }, outcome: 'fail', score: 0 },
    { case: { ...bare, reference: '…' }, outcome: 'not-applicable' },
  ],
  prepare: (parameters) => ok({ run: (input, ports) => judgeRecall(input, ports, parameters) }),
})

async function judgeRecall(
  { case: checkCase, references: [reference = ''] }: CheckInput,
  ports: CheckPorts,
  { k, model }: { readonly k: number; readonly model?: string | undefined },
): Promise<Result<Finding>> {
  if (isEmptyText(reference)) return ok({ outcome: 'not-applicable', reason: 'the reference is empty' })
  const passages = contextTexts(checkCase).slice(0, k)
  if (passages.length === 0) return ok(nothingRetrieved)
  const asking = { check: 'context-recall', model, ports }
  const claims = await splitClaims(asking, reference, questionTexts(checkCase))
  if (!claims.ok) return claims
  if ('outcome' in claims.value) return ok(claims.value)
  if (claims.value.length === 0)
    return ok({ outcome: 'not-applicable', reason: 'the reference claims nothing' })
  const found = await judgeClaims(asking, claims.value, passages)
  const at = checkCase.reference === undefined ? '$.references[0]' : '$.reference'
  return found.ok ? ok(scoreSupport(found.value, 'stand in the passages', at)) : found
}
