import { checkSpanSchema } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { CheckInput, Finding } from '../check.ts'

const detailed = z.looseObject({
  pass: z.boolean().optional(),
  score: z.number().optional(),
  reason: z.string().optional(),
  spans: z.array(checkSpanSchema).optional(),
  outcome: z.enum(['pass', 'fail', 'not-judged', 'not-applicable']).optional(),
})

const replySchema = z.union([z.boolean(), z.number(), detailed])

/** What a user's function or webhook may say, for its documentation. */
export const replyForms =
  'It answers true or false, a number, or { pass, score, reason, spans }; instead of `pass` an `outcome` (pass, fail, not-judged, not-applicable) may stand. A number, or a score without `pass`, passes above 0 unless the check has a `threshold`; where it has one, the score decides.'

/** Fails with ASSAY-7013, which names what was said, when it is none of these forms. */
export function readReply(
  reply: unknown,
  { text }: Pick<CheckInput, 'text'>,
  where: string,
): Result<Finding> {
  const parsed = replySchema.safeParse(reply)
  if (!parsed.success) return fail(unreadable(reply, where))
  const said = parsed.data
  if (typeof said === 'boolean')
    return ok({ outcome: said ? 'pass' : 'fail', reason: `your code says ${said}` })
  if (typeof said === 'number')
    return ok({ outcome: said > 0 ? 'pass' : 'fail', score: said, reason: `your code says ${said}` })
  const { spans = [], pass, score } = said
  if (spans.some(({ start, end }) => start > end || end > text.length))
    return fail(unreadable(reply, where, 'a span does not lie within the text'))
  const outcome = said.outcome ?? decide(pass, score)
  if (outcome === null) return fail(unreadable(reply, where))
  const reason = said.reason ?? `your code says ${outcome}`
  if (outcome === 'not-judged' || outcome === 'not-applicable') return ok({ outcome, reason })
  return ok({ outcome, reason, ...(score === undefined ? {} : { score }), spans })
}

function decide(pass: boolean | undefined, score: number | undefined): 'pass' | 'fail' | null {
  if (pass === undefined && score === undefined) return null
  return (pass ?? (score ?? 0) > 0) ? 'pass' : 'fail'
}

function unreadable(reply: unknown, where: string, detail?: string) {
  const said = reply === undefined ? 'nothing' : JSON.stringify(reply).slice(0, 200)
  return createError('ASSAY-7013', {
    where,
    message: `Your code answered ${said}`,
    fix: 'answer true or false, a number, or { pass, score, reason, spans }',
    ...(detail === undefined ? {} : { detail }),
  })
}
