import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import type { UserCodeRequest } from '../../ports/user-code.ts'
import { fail, type Result } from '../../result.ts'
import type { CheckInput, CheckPorts, Finding } from '../check.ts'
import { readReply } from './read-reply.ts'

export const ownParameters = {
  parameters: z.record(z.string(), z.unknown()).default({}).describe('Given to your code as `parameters`'),
  timeoutMs: z
    .number()
    .int()
    .positive()
    .max(600_000)
    .default(10_000)
    .describe('Longest wait for one case, in ms'),
}

/** What the user's code is given, by value. */
const toPayload = ({ case: checkCase, text, value }: CheckInput, parameters: unknown) => ({
  case: checkCase,
  text,
  value: value ?? null,
  parameters,
})

interface Call extends Omit<UserCodeRequest, 'input'> {
  readonly parameters: unknown
}

/** What the user's code answers. Fails with ASSAY-7014 where no code of users can be run, and with ASSAY-7013 when it breaks. */
export async function askUserCode(
  { parameters, ...request }: Call,
  input: CheckInput,
  { userCode, signal }: CheckPorts,
): Promise<Result<unknown>> {
  const { where } = request
  if (userCode === null)
    return fail(
      createError('ASSAY-7014', { where, fix: "users' code cannot be run here; leave this check out" }),
    )
  return userCode.call({ ...request, input: toPayload(input, parameters) }, signal)
}

/** The verdict of the user's code. Fails as `askUserCode` does, and where the answer is no verdict. */
export async function callUserCode(
  call: Call,
  input: CheckInput,
  ports: CheckPorts,
): Promise<Result<Finding>> {
  const reply = await askUserCode(call, input, ports)
  return reply.ok ? readReply(reply.value, input, call.where) : reply
}
