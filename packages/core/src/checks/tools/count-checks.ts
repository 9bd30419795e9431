import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { queryList } from '../../json-path/query-json.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { called } from './called.ts'

const bounds = (things: string) => ({
  min: z.number().int().nonnegative().optional().describe(`At least so many ${things}`),
  max: z.number().int().nonnegative().optional().describe(`At most so many ${things}`),
})

interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** The number of calls lies within bounds. */
export const toolCallCountCheck = defineCheck({
  id: 'tool-call-count',
  kind: 'tools',
  title: 'Tool call count',
  measures: 'Whether the number of calls, of all tools or of one, lies within bounds.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    name: z.string().optional().describe('Only calls of this tool'),
    ...bounds('calls'),
  }),
  examples: [
    { case: called('search', 'open'), parameters: { max: 3 }, outcome: 'pass' },
    { case: called('search', 'search'), parameters: { name: 'search', max: 1 }, outcome: 'fail' },
    { case: called(), parameters: { min: 1 }, outcome: 'fail' },
  ],
  prepare({ name, ...within }) {
    const judge = prepareBounds('tool-call-count', within)
    if (!judge.ok) return judge
    return ok({
      run({ case: { toolCalls = [] } }) {
        const count = toolCalls.filter((call) => name === undefined || call.name === name).length
        return judge.value(count, name === undefined ? 'calls' : `calls of ${name}`)
      },
    })
  },
})

const steps = { trace: { steps: [{ type: 'think' }, { type: 'call' }, { type: 'call' }] } }

/** The number of steps lies within bounds. */
export const stepCountCheck = defineCheck({
  id: 'step-count',
  kind: 'tools',
  title: 'Step count',
  measures:
    'Whether the number of steps lies within bounds. Steps are the items of the list at a JSONPath of the case, or its matches: the calls of tools unless another path is given, such as `$.trace.steps[?(@.type=="call")]`.',
  limits: 'A case with nothing at the path is not applicable, so that a trace that is absent does not pass.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({
    path: z.string().default('$.toolCalls').describe('JSONPath of the list of steps, or of each step'),
    ...bounds('steps'),
  }),
  examples: [
    { case: called('search', 'open'), parameters: { max: 2 }, outcome: 'pass' },
    { case: steps, parameters: { path: '$.trace.steps', max: 2 }, outcome: 'fail' },
    {
      case: steps,
      parameters: { path: '$.trace.steps[?(@.type=="call")]', min: 2, max: 2 },
      outcome: 'pass',
    },
    { case: { answer: 'Done.' }, parameters: { max: 2 }, outcome: 'not-applicable' },
  ],
  prepare({ path, ...within }) {
    const judge = prepareBounds('step-count', within)
    if (!judge.ok) return judge
    return ok({
      run({ case: checkCase }) {
        const found = readSteps(path, checkCase)
        if (!found.ok) return found
        return found.value === null
          ? ok({ outcome: 'not-applicable', reason: `nothing stands at ${path}` })
          : ok(judge.value(found.value.length, 'steps'))
      },
    })
  },
})

function prepareBounds(
  check: string,
  { min = 0, max = Number.POSITIVE_INFINITY }: Bounds,
): Result<(count: number, things: string) => Finding> {
  if (min > max)
    return fail(
      createError('ASSAY-7011', { where: `${check}.min: ${min} is more than max ${max}`, fix: 'swap them' }),
    )
  return ok((count, things) => {
    const bound = count < min ? `, under ${min}` : count > max ? `, over ${max}` : ''
    return { outcome: bound === '' ? 'pass' : 'fail', reason: `${count} ${things}${bound}` }
  })
}

/** Fails with ASSAY-7015: a broken filter is seen only where it meets something. */
function readSteps(path: string, checkCase: CheckCase): Result<readonly unknown[] | null> {
  try {
    return ok(queryList(path, checkCase))
  } catch (error) {
    return fail(createError('ASSAY-7015', { where: `step-count.path: ${path}`, detail: String(error) }))
  }
}
