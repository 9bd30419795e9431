import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import { ok } from '../../result.ts'
import type { Check, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'

interface Measured {
  readonly id: string
  readonly title: string
  readonly measures: string
  /** Name of the bound, with its unit. */
  readonly bound: string
  readonly unit: string
  /** What of the case it reads. */
  readonly field: string
  /** `null` or absent: the case does not say. */
  readonly read: (checkCase: CheckCase) => number | null | undefined
  /** A case whose figure is 1,200. */
  readonly example: CheckCase
}

const sum = (a: number | null | undefined, b: number | null | undefined): number | null =>
  typeof a === 'number' && typeof b === 'number' ? a + b : null

const measured: readonly Measured[] = [
  {
    id: 'latency',
    title: 'Latency',
    measures: 'Time from the question to the whole answer.',
    bound: 'maxMs',
    unit: 'ms',
    field: 'latencyMs',
    read: ({ latencyMs }) => latencyMs,
    example: { latencyMs: 1200 },
  },
  {
    id: 'time-to-first-token',
    title: 'Time to first token',
    measures: 'Time from the question to the first piece of a streamed answer.',
    bound: 'maxMs',
    unit: 'ms',
    field: 'timeToFirstTokenMs',
    read: ({ timeToFirstTokenMs }) => timeToFirstTokenMs,
    example: { timeToFirstTokenMs: 1200 },
  },
  {
    id: 'cost',
    title: 'Cost',
    measures: 'What the answer cost, as the target says it.',
    bound: 'maxUsd',
    unit: 'USD',
    field: 'costUsd',
    read: ({ costUsd }) => costUsd,
    example: { costUsd: 1200 },
  },
  {
    id: 'tokens',
    title: 'Tokens',
    measures: 'Input and output tokens of the answer together, as the target says them.',
    bound: 'maxTokens',
    unit: 'tokens',
    field: 'usage',
    read: ({ usage }) => sum(usage?.input, usage?.output),
    example: { usage: { input: 1000, output: 200 } },
  },
  {
    id: 'input-tokens',
    title: 'Input tokens',
    measures:
      'Tokens the target was given for the answer, its instructions and contexts included, as it says them.',
    bound: 'maxTokens',
    unit: 'tokens',
    field: 'usage',
    read: ({ usage }) => usage?.input,
    example: { usage: { input: 1200, output: 1 } },
  },
  {
    id: 'output-tokens',
    title: 'Output tokens',
    measures: 'Tokens of the answer, as the target says them.',
    bound: 'maxTokens',
    unit: 'tokens',
    field: 'usage',
    read: ({ usage }) => usage?.output,
    example: { usage: { input: 1, output: 1200 } },
  },
]

const withoutField = (field: string): Finding => ({
  outcome: 'not-applicable',
  reason: `the case has no ${field}`,
})

/** A figure of the call lies under a bound. */
const boundChecks = measured.map(({ id, title, measures, bound, unit, field, read, example }) =>
  defineCheck({
    id,
    kind: 'operation',
    title,
    measures: `${measures} A case that does not say is not applicable.`,
    reads: [],
    cost: 'none',
    parameters: z.strictObject({ [bound]: z.number().nonnegative().describe(`At most so many ${unit}`) }),
    examples: [
      { case: example, parameters: { [bound]: 1500 }, outcome: 'pass' },
      { case: example, parameters: { [bound]: 1000 }, outcome: 'fail' },
      { case: {}, parameters: { [bound]: 1000 }, outcome: 'not-applicable' },
    ],
    prepare(parameters) {
      const most = parameters[bound] ?? 0
      return ok({
        run({ case: checkCase }) {
          const found = read(checkCase)
          if (found === null || found === undefined) return withoutField(field)
          return {
            outcome: found <= most ? 'pass' : 'fail',
            reason: `${found} ${unit}, at most ${most} is asked`,
          }
        },
      })
    },
  }),
)

const finishReasonCheck = defineCheck({
  id: 'finish-reason',
  kind: 'operation',
  title: 'Finish reason',
  measures:
    'Whether the target stopped for one of the given reasons, such as `stop`; `length` means it was cut off.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({
    allowed: z.array(z.string()).min(1).default(['stop']).describe('Reasons that are right'),
  }),
  examples: [
    { case: { finishReason: 'stop' }, outcome: 'pass' },
    { case: { finishReason: 'length' }, outcome: 'fail' },
    { case: {}, outcome: 'not-applicable' },
  ],
  prepare: ({ allowed }) =>
    ok({
      run({ case: { finishReason } }) {
        if (finishReason === undefined) return withoutField('finishReason')
        return {
          outcome: allowed.includes(finishReason) ? 'pass' : 'fail',
          reason: `it stopped by ${finishReason}`,
        }
      },
    }),
})

const errorCheck = defineCheck({
  id: 'error',
  kind: 'operation',
  title: 'Error',
  measures: 'Fails where the case holds an error instead of an answer.',
  limits:
    'In a run the errors of the target are rows of their own and reach no check; this is for files of cases.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({}),
  examples: [
    { case: { answer: 'It is 30 s.' }, outcome: 'pass' },
    { case: { error: { message: 'timeout' } }, outcome: 'fail' },
  ],
  prepare: () =>
    ok({
      run: ({ case: { error } }) =>
        error === undefined || error === null
          ? { outcome: 'pass', reason: 'no error' }
          : { outcome: 'fail', reason: error.message },
    }),
})

const returnedModelCheck = defineCheck({
  id: 'returned-model',
  kind: 'operation',
  title: 'Returned model',
  measures: 'Whether the model that answered, as the target names it, is one of the expected ones.',
  reads: [],
  cost: 'none',
  parameters: z.strictObject({ models: z.array(z.string()).min(1).describe('Model ids that are right') }),
  examples: [
    { case: { returnedModel: 'app-2' }, parameters: { models: ['app-2'] }, outcome: 'pass' },
    { case: { returnedModel: 'app-3' }, parameters: { models: ['app-2'] }, outcome: 'fail' },
    { case: {}, parameters: { models: ['app-2'] }, outcome: 'not-applicable' },
  ],
  prepare: ({ models }) =>
    ok({
      run({ case: { returnedModel } }) {
        if (!returnedModel) return withoutField('returnedModel')
        return {
          outcome: models.includes(returnedModel) ? 'pass' : 'fail',
          reason: `${returnedModel} answered`,
        }
      },
    }),
})

export const operationChecks: readonly Check[] = [
  ...boundChecks,
  finishReasonCheck,
  errorCheck,
  returnedModelCheck,
]
