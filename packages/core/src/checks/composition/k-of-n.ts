import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { checkList, prepareParts, runParts } from './check-list.ts'
import { decideByCount } from './decide-by-count.ts'

const checks = ['name', 'address', 'price'].map((phrases) => ({
  check: 'contains',
  name: phrases,
  parameters: { phrases },
}))

/** At least k required checks of a list pass. */
export const kOfNCheck = defineCheck({
  id: 'k-of-n',
  kind: 'composition',
  title: 'k of n',
  measures:
    'Whether at least k required checks of the list pass. What broke or was not judged decides only where the others leave it open. Where fewer than k apply, the check does not apply. The score is the number that passes by k, 1 at most.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({
    k: z.number().int().positive().describe('How many must pass'),
    checks: checkList,
  }),
  examples: [
    { case: { answer: 'name, price' }, parameters: { k: 2, checks }, outcome: 'pass', score: 1 },
    { case: { answer: 'name' }, parameters: { k: 2, checks }, outcome: 'fail', score: 0.5 },
  ],
  prepare({ k, checks: uses }, context) {
    const prepared = prepareParts('k-of-n.checks', uses, context)
    if (!prepared.ok) return prepared
    const required = prepared.value.filter((each) => each.required).length
    if (k > required) return fail(tooMany(k, required))
    return ok({
      run: async (input, ports) => decideByCount(await runParts(prepared.value, input, ports), k),
    })
  },
})

const tooMany = (k: number, required: number) =>
  createError('ASSAY-7011', {
    where: 'k-of-n.k',
    message: `${k} checks must pass, but the list has ${required} that are required`,
    fix: 'lower k, or add checks',
  })
