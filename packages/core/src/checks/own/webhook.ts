import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'
import { callUserCode, ownParameters } from './call-user-code.ts'
import { replyForms } from './read-reply.ts'

/** A service of the user judges the case. */
export const webhookCheck = defineCheck({
  id: 'webhook',
  kind: 'own',
  title: 'Your webhook',
  measures: `Sends { case, text, value, parameters } as JSON by POST to your address and reads its JSON answer. ${replyForms}`,
  limits:
    'The case leaves this machine for the address you name. Redirects are not followed; an answer may have 1 MB. It is asked once: no retry.',
  reads: [],
  cost: 'your code',
  parameters: z.strictObject({
    url: z.string().describe('http or https address'),
    headers: z
      .record(z.string(), z.string())
      .default({})
      .describe('Headers; ${NAME} is read from the environment'),
    ...ownParameters,
  }),
  examples: [
    {
      case: { answer: 'It waits 30 s.' },
      parameters: { url: 'http://localhost:8000/check' },
      modelReplies: [{ pass: true, reason: 'the value is current' }],
      outcome: 'pass',
    },
    {
      case: { answer: 'It waits 20 s.' },
      parameters: { url: 'http://localhost:8000/check' },
      modelReplies: [{ pass: false, reason: 'the value is 30 s', spans: [{ start: 9, end: 13 }] }],
      outcome: 'fail',
    },
  ],
  prepare({ url: where, ...request }) {
    const address = URL.parse(where)
    if (address === null || !/^https?:$/.test(address.protocol)) return fail(badAddress(where))
    const call = { where, memoryMb: 0, ...request }
    return ok({ run: (input, ports) => callUserCode(call, input, ports) })
  },
})

const badAddress = (url: string) =>
  createError('ASSAY-7011', {
    where: 'webhook.url',
    message: `${JSON.stringify(url)} is no address of a webhook`,
    fix: 'write it like https://example.org/check',
  })
