import * as z from 'zod'
import { ok } from '../../result.ts'
import { canonicalJson } from '../../runs/canonical-json.ts'
import { defineCheck } from '../define-check.ts'
import { called } from './called.ts'
import { readArguments, type Call } from './match-arguments.ts'

const page = (number: number): readonly Call[] => [
  { name: 'list', arguments: { page: number } },
  { name: 'open', arguments: { id: number } },
]
const pages = [1, 2, 3].flatMap(page).map((call) => ({ ...call, arguments: call.arguments }))

/** The target does not go round in circles. */
export const loopDetectionCheck = defineCheck({
  id: 'loop-detection',
  kind: 'tools',
  title: 'Loop detection',
  measures:
    'Fails where the same call (name and arguments) was made more often than `max`, in a row or not; with `maxCycles` also where one sequence of two or more tools, whatever their arguments, came more often in a row.',
  limits:
    'A tool that is polled on purpose repeats too: raise `max`. Work on a list of things is a cycle of tools without being a loop, so `maxCycles` is off unless set. The `max` of 2 is a starting value of ours.',
  reads: ['toolCalls'],
  cost: 'none',
  parameters: z.strictObject({
    max: z.number().int().positive().default(2).describe('Times the same call may be made'),
    maxCycles: z
      .number()
      .int()
      .positive()
      .optional()
      .describe('Times in a row the same sequence of tools may come; default: any number'),
  }),
  examples: [
    { case: called('search', 'open', 'search'), outcome: 'pass' },
    { case: called('search', 'open', 'search', 'open', 'search'), outcome: 'fail' },
    { case: { toolCalls: pages }, outcome: 'pass' },
    { case: { toolCalls: pages }, parameters: { maxCycles: 2 }, outcome: 'fail' },
  ],
  prepare: ({ max, maxCycles }) =>
    ok({
      run({ case: { toolCalls = [] } }) {
        const repeated = findRepeated(toolCalls, max)
        if (repeated !== null) return { outcome: 'fail', reason: repeated }
        const cycle = maxCycles === undefined ? null : findCycle(toolCalls, maxCycles)
        if (cycle !== null) return { outcome: 'fail', reason: cycle }
        return { outcome: 'pass', reason: `no call of ${toolCalls.length} was made more than ${max} times` }
      },
    }),
})

function findRepeated(calls: readonly Call[], max: number): string | null {
  const counts = new Map<string, number>()
  for (const { name, arguments: given } of calls) {
    const key = canonicalJson([name, readArguments(given)])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted((left, right) => right[1] - left[1])
  if (most === undefined || most[1] <= max) return null
  const [name, given]: readonly unknown[] = JSON.parse(most[0])
  return `${String(name)} was called ${most[1]} times with ${JSON.stringify(given).slice(0, 100)}`
}

/** Longer ones are no cycles a reader would see. */
const longestCycle = 20

function findCycle(calls: readonly Call[], max: number): string | null {
  const names = calls.map(({ name }) => name)
  for (let length = 2; length <= Math.min(longestCycle, names.length / 2); length += 1) {
    let run = 0
    for (let index = length; index < names.length; index += 1) {
      run = names[index] === names[index - length] ? run + 1 : 0
      const times = Math.floor(run / length) + 1
      const cycle = names.slice(index - length + 1, index + 1)
      if (times > max && new Set(cycle).size > 1) return `${cycle.join(' → ')} came ${times} times in a row`
    }
  }
  return null
}
