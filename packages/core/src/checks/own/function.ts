import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { callUserCode, ownParameters } from './call-user-code.ts'
import { replyForms } from './read-reply.ts'

/** A TypeScript, JavaScript or Python function of the user judges the case. */
export const functionCheck = defineCheck({
  id: 'function',
  kind: 'own',
  title: 'Your function',
  measures: `Calls your function with { case, text, value, parameters }: the case, the part this check reads as text and as it is, and \`parameters\`. ${replyForms}`,
  limits:
    'It runs in a process of its own, which is kept for the next case. A TypeScript or JavaScript function reads files of the project folder only, writes none, has no network and starts no process; a Python function is limited in time and, on Linux, in memory. Environment variables are not handed on.',
  reads: [],
  cost: 'your code',
  parameters: z.strictObject({
    function: z
      .string()
      .describe('`file.ts:function` or `file.py:function`, from the folder of `assay.yaml`'),
    ...ownParameters,
    memoryMb: z
      .number()
      .int()
      .min(32)
      .max(65_536)
      .default(512)
      .describe('Memory the process may take, in MB'),
  }),
  examples: [
    {
      case: { answer: 'It waits 30 s.' },
      parameters: { function: 'checks.ts:isShort', parameters: { maxWords: 20 } },
      modelReplies: [true],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer: 'It waits 30 s.' },
      parameters: { function: 'checks.py:is_polite' },
      modelReplies: [{ pass: false, score: 0.2, reason: 'no greeting' }],
      outcome: 'fail',
      score: 0.2,
    },
    {
      case: { answer: 'It waits 30 s.' },
      parameters: { function: 'checks.ts:overlap' },
      use: { threshold: 0.5 },
      modelReplies: [0.7],
      outcome: 'pass',
      score: 0.7,
    },
    {
      case: { answer: 'It waits 30 s.' },
      parameters: { function: 'checks.ts:forgetsToReturn' },
      outcome: 'error',
    },
  ],
  prepare({ function: where, ...request }) {
    if (!/^[^:].*\.([cm]?[jt]s|py):[A-Za-z_$][\w$.]*$/.test(where)) return fail(badFunction(where))
    return ok({ run: (input, ports) => callUserCode({ where, ...request }, input, ports) })
  },
})

const badFunction = (where: string) =>
  createError('ASSAY-7011', {
    where: 'function.function',
    message: `${JSON.stringify(where)} names no function`,
    fix: 'write it as file.ts:function, file.js:function or file.py:function',
  })
