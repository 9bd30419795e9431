import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { nearestWord } from '../../nearest-word.ts'
import { fail, ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { prepareParts, runParts } from './check-list.ts'
import { decideByCount } from './decide-by-count.ts'

const checkSets = { limits: [{ check: 'contains', parameters: { phrases: '1 MiB' } }] }

/** All required checks of a named set pass. */
export const setCheck = defineCheck({
  id: 'set',
  kind: 'composition',
  title: 'Set',
  measures:
    'Whether all required checks of a set pass: a list of checks that has a name under `checkSets` in `assay.yaml`. It counts like `all-of`. A set may hold other sets, but not itself.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({ set: z.string().describe('Name of the set under `checkSets`') }),
  examples: [
    {
      case: { answer: 'Basic allows 1 MiB.' },
      parameters: { set: 'limits' },
      checkSets,
      outcome: 'pass',
      score: 1,
    },
    { case: { answer: 'It depends.' }, parameters: { set: 'limits' }, checkSets, outcome: 'fail', score: 0 },
  ],
  prepare({ set: name }, context) {
    const uses = Object.hasOwn(context.sets, name) ? context.sets[name] : undefined
    if (uses === undefined) return fail(noSuchSet(name, Object.keys(context.sets)))
    if (uses.length === 0) return fail(emptySet(name))
    const checks = prepareParts(`set ${name}`, uses, context, `set ${name}`)
    if (!checks.ok) return checks
    return ok({
      run: async (input, ports) => decideByCount(await runParts(checks.value, input, ports), 'all'),
    })
  },
})

function noSuchSet(name: string, known: readonly string[]) {
  const nearest = nearestWord(name, known)
  const fix = nearest === null ? 'add it under checkSets in assay.yaml' : `did you mean ${nearest}?`
  return createError('ASSAY-7011', { where: 'set.set', message: `No check set is named ${name}`, fix })
}

const emptySet = (name: string) =>
  createError('ASSAY-7011', {
    where: `set ${name}`,
    message: `The check set ${name} is empty`,
    fix: 'add a check to it',
  })
