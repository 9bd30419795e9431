import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { CheckInput, CheckPorts, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { diffJson } from '../comparison/diff-json.ts'
import { isDeeperThan, maxJsonLevels } from '../comparison/is-deeper-than.ts'
import { askUserCode, ownParameters } from '../own/call-user-code.ts'
import { readReply, replyForms } from '../own/read-reply.ts'

const state = 'shop.py:order'
const paid = { status: 'paid', total: 12.5 }

/** What the target left behind, read by the user's code. */
export const endStateCheck = defineCheck({
  id: 'end-state',
  kind: 'tools',
  title: 'End state',
  measures: `Your function, command or webhook looks at the world after the target acted. With \`expected\` it answers the state, and that is compared with it; the score is the share of values that agree. Without, it judges itself: ${replyForms} It is given { case, text, value, parameters }.`,
  limits:
    'The state must be that of this case: give each its own sandbox, and name it in the metadata of the case. A command runs with your own rights, unlike a function.',
  reads: [],
  cost: 'your code',
  parameters: z.strictObject({
    state: z
      .string()
      .describe(
        '`file.ts:function`, `file.py:function`, `command:` and a command of the shell that reads JSON and writes JSON, or an http(s) address: what says the state',
      ),
    expected: z.unknown().optional().describe('The right state'),
    match: z
      .enum(['subset', 'exact'])
      .default('subset')
      .describe('subset: what is expected is there, more may be; exact: nothing else is'),
    ignore: z.array(z.string()).default([]).describe('Paths left out: `$.updatedAt`'),
    tolerance: z.number().nonnegative().default(0).describe('Numbers this far apart are equal'),
    headers: z
      .record(z.string(), z.string())
      .default({})
      .describe('Headers of a webhook; ${NAME} is read from the environment'),
    ...ownParameters,
  }),
  examples: [
    {
      case: { answer: 'Paid.' },
      parameters: { state, expected: { status: 'paid' } },
      modelReplies: [paid],
      outcome: 'pass',
      score: 1,
    },
    {
      case: { answer: 'Paid.' },
      parameters: { state, expected: paid },
      modelReplies: [{ status: 'open', total: 12.5, currency: 'EUR' }],
      outcome: 'fail',
      score: 0.5,
    },
    {
      case: { answer: 'Paid.' },
      parameters: { state, expected: { status: 'paid' }, match: 'exact' },
      modelReplies: [paid],
      outcome: 'fail',
    },
    {
      case: { answer: 'Paid.' },
      parameters: { state },
      modelReplies: [{ pass: false, reason: 'order 7 is open' }],
      outcome: 'fail',
    },
    {
      case: { answer: 'Paid.' },
      parameters: { state: 'command:./order.sh', expected: { status: 'paid' } },
      modelReplies: [paid],
      outcome: 'pass',
    },
    { case: { answer: 'Paid.' }, parameters: { state }, modelReplies: ['paid'], outcome: 'error' },
  ],
  prepare({ state: where, ...options }) {
    if (!isFunction(where) && !isCommand(where) && !/^https?:$/.test(URL.parse(where)?.protocol ?? ''))
      return fail(
        createError('ASSAY-7011', {
          where: 'end-state.state',
          message: `${JSON.stringify(where)} names no function, no command and no address`,
          fix: 'write it as file.ts:function, file.py:function, command:./state.sh or https://example.org/state',
        }),
      )
    return ok({ run: (input, ports) => judgeState(input, { where, ...options }, ports) })
  },
})

const isFunction = (where: string): boolean => /^[^:].*\.([cm]?[jt]s|py):[A-Za-z_$][\w$.]*$/.test(where)

const isCommand = (where: string): boolean => /^command:\s*\S/.test(where)

/** Of the process of a function, in MB. */
const memoryMb = 512

interface Options {
  readonly where: string
  readonly expected?: unknown
  readonly match: 'subset' | 'exact'
  readonly ignore: readonly string[]
  readonly tolerance: number
  readonly headers: Readonly<Record<string, string>>
  readonly parameters: unknown
  readonly timeoutMs: number
}

async function judgeState(input: CheckInput, options: Options, ports: CheckPorts): Promise<Result<Finding>> {
  const { where, headers, parameters, timeoutMs, expected } = options
  const reply = await askUserCode({ where, parameters, timeoutMs, memoryMb, headers }, input, ports)
  if (!reply.ok) return reply
  if (expected === undefined) return readReply(reply.value, input, where)
  if (isDeeperThan(reply.value, maxJsonLevels) || isDeeperThan(expected, maxJsonLevels))
    return ok({ outcome: 'not-judged', reason: `the state is nested more than ${maxJsonLevels} levels deep` })
  return ok(compareState(reply.value, options))
}

const shown = 5

function compareState(state: unknown, { expected, match, ignore, tolerance }: Options): Finding {
  const { differences: wrong, score } = diffJson(state, expected, {
    ignore,
    ignoreOrder: false,
    tolerance,
    allowed: match === 'subset' ? 'extra' : null,
  })
  if (wrong.length === 0) return { outcome: 'pass', score: 1, reason: 'the state is as expected' }
  const told = wrong.slice(0, shown).map(({ path, what }) => `${path} is ${what}`)
  const more = wrong.length > shown ? [`${wrong.length - shown} more`] : []
  return { outcome: 'fail', score, reason: [...told, ...more].join('; ') }
}
