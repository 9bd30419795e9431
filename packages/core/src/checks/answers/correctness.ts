import type { TestCase } from '@assay/contracts'
import * as z from 'zod'
import type { JudgeInput, Judgement } from '../../judging/judge.ts'
import { judgeCorrectness } from '../../judging/model/judge-correctness.ts'
import { judgeByRules } from '../../judging/rules/create-rules-judge.ts'
import { splitSentences } from '../../judging/rules/split-clauses.ts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { CheckInput, CheckPorts, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { missingModel } from '../missing-model.ts'
import { modelParameter, type Asking } from './ask-judge.ts'
import { isEmptyText, languageOf } from './case-texts.ts'
import { isJudgedByModel, judgeParameter, neededByJudge } from './choose-judge.ts'
import { splitClaims } from './split-claims.ts'

const input = 'What is the default timeout?'
const verdict = (status: string, quote: string, word: string) => ({
  claims: [{ claim: 'c1', reason: 'It gives the value.', quote, status }],
  extra: [],
  hedged: false,
  declined: 'no',
  reason: 'It gives 30 s.',
  verdict: word,
})

/** The answer says what the reference says. */
export const correctnessCheck = defineCheck({
  id: 'correctness',
  kind: 'answer',
  title: 'Correctness',
  measures:
    'Whether the answer makes every claim of the reference, by the judge of evaluations: claims present as a share of all. It passes when all are; with several references the best one counts. The rules judge compares typed values and asks nobody; the model judge names the words of the answer for each claim. A reference of several sentences is first split into claims. Model: one call a reference, two where it is split.',
  limits:
    'The rules do not judge free text that is not almost word for word, and read English. Extra claims are not held against the answer: see factual-correctness.',
  reads: ['answer', 'reference'],
  cost: 'model calls',
  better: 'higher',
  parameters: z.strictObject({
    judge: judgeParameter,
    model: modelParameter,
    instructions: z.string().optional().describe('What the model is to heed'),
  }),
  examples: [
    {
      case: { input, answer: 'The default is 30 s.', reference: '30 s' },
      parameters: { judge: 'rules' },
      outcome: 'pass',
      score: 1,
    },
    {
      case: { input, answer: 'The default is 60 s.', reference: '30 s' },
      parameters: { judge: 'rules' },
      outcome: 'fail',
      score: 0,
    },
    {
      case: { input, answer: 'Half a minute.', reference: 'It waits 30 s.' },
      modelReplies: [verdict('present', 'Half a minute', 'correct')],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { input, answer: 'A minute.', references: ['30 s', 'half a minute'] },
      modelReplies: [verdict('contradicted', 'A minute', 'incorrect'), verdict('missing', '', 'incorrect')],
      outcome: 'fail',
      score: 0,
    },
    { case: { input, answer: '', reference: '30 s' }, outcome: 'fail', score: 0 },
  ],
  prepare: (parameters) =>
    ok({
      needs: neededByJudge(parameters),
      run: (each, ports) => judgeReferences(each, ports, parameters),
    }),
})

interface Parameters {
  readonly judge?: 'rules' | 'model' | undefined
  readonly model?: string | undefined
  readonly instructions?: string | undefined
}

/** One reference after the other, until the answer is right by one. */
async function judgeReferences(
  each: CheckInput,
  ports: CheckPorts,
  { judge, model, instructions }: Parameters,
): Promise<Result<Finding>> {
  const asking: Asking = { check: 'correctness', model, ports }
  const byModel = isJudgedByModel({ judge, model }, ports)
  const found: Correctness[] = []
  for (const reference of each.references) {
    const judged = await (byModel ? judgeByModel : decideByRules)(each, reference, { asking, instructions })
    if (!judged.ok) return judged
    found.push(judged.value)
    if (judged.value.outcome === 'pass') break
  }
  return ok(toFinding(found))
}

type Correctness = Pick<
  Extract<Judgement, { readonly check: 'correctness' }>,
  'outcome' | 'score' | 'reason' | 'claims'
>

interface Judging {
  readonly asking: Asking
  readonly instructions: string | undefined
}

const decideByRules = async (each: CheckInput, reference: string): Promise<Result<Correctness>> =>
  ok(findCorrectness(judgeByRules(toJudgeInput(each, [], reference))))

async function judgeByModel(
  each: CheckInput,
  reference: string,
  { asking, instructions }: Judging,
): Promise<Result<Correctness>> {
  if (isEmptyText(each.text) || each.case.finishReason === 'content-filter')
    return ok({ outcome: 'fail', score: 0, reason: 'the target gave no answer' })
  const caller = asking.ports.model(asking.model)
  if (caller === null)
    return fail(createError('ASSAY-7014', { where: asking.check, fix: missingModel(asking.model) }))
  const claims = splitSentences(reference).length > 1 ? await splitClaims(asking, reference) : ok([])
  if (!claims.ok) return claims
  if ('outcome' in claims.value) return ok({ ...claims.value, score: null })
  const texts = claims.value.map(({ text }) => text)
  const judged = await judgeCorrectness({ ...toJudgeInput(each, texts, reference), instructions }, caller, {
    hash: asking.ports.hash,
    temperature: 0,
  })
  return judged.ok ? ok(findCorrectness(judged.value)) : judged
}

const findCorrectness = (judgements: readonly Judgement[]): Correctness =>
  judgements.find(({ check }) => check === 'correctness') ?? {
    outcome: 'not-judged',
    score: null,
    reason: 'the judge gave no verdict',
  }

/** An answerable case as the judges read it. */
function toJudgeInput(
  { case: checkCase, text }: CheckInput,
  claims: readonly string[],
  reference: string,
): JudgeInput {
  const testCase: TestCase = {
    id: checkCase.id ?? '',
    question: checkCase.input ?? '',
    history: checkCase.history ?? [],
    referenceAnswer: reference,
    referenceClaims: claims.map((claim) => ({ text: claim, evidence: [] })),
    referenceContexts: [],
    type: 'simple',
    level: 'easy',
    topic: null,
    language: languageOf(checkCase),
    clusterKey: checkCase.id ?? '',
    tags: [],
    provenance: { generator: 'person' },
    validity: {},
    status: 'active',
  }
  const { finishReason } = checkCase
  return { testCase, answer: { text, latencyMs: 0, ...(finishReason === undefined ? {} : { finishReason }) } }
}

/** The reference that the answer is best by; one that was not judged could have been the one. */
function toFinding(found: readonly Correctness[]): Finding {
  const open = found.find(({ outcome }) => outcome === 'not-judged')
  const best = found.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]
  if (best?.outcome !== 'pass' && open !== undefined)
    return { outcome: 'not-judged', reason: lowerFirst(open.reason) }
  return {
    outcome: best?.outcome === 'pass' ? 'pass' : 'fail',
    score: best?.score ?? 0,
    reason: lowerFirst(best?.reason ?? 'there is no reference'),
    spans: (best?.claims ?? []).flatMap(({ status, span }) =>
      span === undefined ? [] : [{ start: span[0], end: span[1], label: status }],
    ),
  }
}

const lowerFirst = (sentence: string): string => sentence.replace(/\.$/, '').replace(/^The (?=\w)/, 'the ')
