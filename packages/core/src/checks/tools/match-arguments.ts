import { RE2JS } from 're2js'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import { canonicalJson } from '../../runs/canonical-json.ts'
import { diffJson } from '../comparison/diff-json.ts'
import { toText } from '../read-input.ts'

const argumentMatch = z
  .enum(['exact', 'subset', 'superset', 'ignore'])
  .default('exact')
  .describe(
    'exact: equal; subset: none beyond the expected ones; superset: at least the expected ones; ignore: the name is enough',
  )

const matcher = z.strictObject({
  tool: z.string().optional().describe('Only calls of this tool'),
  argument: z.string().min(1).describe('The argument: `date`, `guest.name`, `items[0].id`'),
  by: z
    .enum(['ignore', 'contains', 'regex', 'tolerance'])
    .describe(
      'ignore: any value; contains: holds the expected text, in any case; regex: `pattern` is found in it; tolerance: a number at most `tolerance` away',
    ),
  pattern: z.string().optional().describe('For regex, in RE2 syntax'),
  tolerance: z.number().nonnegative().optional().describe('For tolerance'),
})

/** How the arguments of a call are compared with the expected ones. */
export const argumentParameters = {
  arguments: argumentMatch,
  matchers: z.array(matcher).default([]).describe('Single arguments that are compared otherwise'),
  tolerance: z
    .number()
    .nonnegative()
    .default(0)
    .describe('Numbers this far apart are equal, in all arguments'),
}

const parameters = z.strictObject(argumentParameters)
type Matcher = z.output<typeof matcher>

export interface Call {
  readonly name: string
  readonly arguments?: unknown
}

export interface ArgumentComparison {
  /** What differs, by path; empty: the same arguments. An expected call without arguments takes any. */
  readonly compare: (actual: Call, expected: Call) => readonly string[]
  /** Which call made has the name and arguments of which expected one, by their indices. */
  readonly matchAll: (
    actual: readonly Call[],
    expected: readonly Call[],
  ) => (made: number, wanted: number) => boolean
}

interface PreparedMatcher {
  readonly tool: string | undefined
  readonly steps: readonly string[]
  /** As it stands in a difference. */
  readonly path: string
  /** `undefined`: the argument is not given. */
  readonly accepts: (given: unknown, expected: unknown) => boolean
}

/** Fails with ASSAY-7011 for a matcher that cannot work. */
export function prepareComparison(
  check: string,
  options: z.output<typeof parameters>,
): Result<ArgumentComparison> {
  const matchers: PreparedMatcher[] = []
  for (const [index, each] of options.matchers.entries()) {
    const prepared = prepareMatcher(`${check}.matchers.${index}`, each)
    if (!prepared.ok) return prepared
    matchers.push(prepared.value)
  }
  const compare: ArgumentComparison['compare'] = (actual, expected) => {
    if (options.arguments === 'ignore' || expected.arguments === undefined) return []
    const own = matchers.filter(({ tool }) => tool === undefined || tool === actual.name)
    return compareArguments(actual, expected, { ...options, matchers: own })
  }
  const isExact = options.arguments === 'exact' && options.tolerance === 0 && matchers.length === 0
  return ok({ compare, matchAll: isExact ? matchByText : matchBy(compare) })
}

const matchBy =
  (compare: ArgumentComparison['compare']): ArgumentComparison['matchAll'] =>
  (actual, expected) => {
    const same = actual.map((call) =>
      expected.map((wanted) => call.name === wanted.name && compare(call, wanted).length === 0),
    )
    return (made, wanted) => same[made]?.[wanted] ?? false
  }

/** Equal values have equal canonical texts: each call is read once, not once for each other. */
const matchByText: ArgumentComparison['matchAll'] = (actual, expected) => {
  const keyOf = ({ name, arguments: given }: Call): string => canonicalJson([name, readArguments(given)])
  const [made, wanted] = [actual.map(keyOf), expected.map(keyOf)]
  return (index, at) => {
    const isAny = expected[at]?.arguments === undefined
    return isAny ? actual[index]?.name === expected[at]?.name : made[index] === wanted[at]
  }
}

const allowedBy = { exact: null, subset: 'missing', superset: 'extra', ignore: null } as const

function compareArguments(
  actual: Call,
  expected: Call,
  options: Pick<z.output<typeof parameters>, 'arguments' | 'tolerance'> & {
    readonly matchers: readonly PreparedMatcher[]
  },
): readonly string[] {
  const [given, wanted] = [readArguments(actual.arguments), readArguments(expected.arguments)]
  const { differences } = diffJson(given, wanted, {
    ignore: options.matchers.map(({ path }) => path),
    ignoreOrder: false,
    tolerance: options.tolerance,
    allowed: allowedBy[options.arguments],
  })
  const refused = options.matchers.filter(
    ({ steps, accepts }) => !accepts(readAt(given, steps), readAt(wanted, steps)),
  )
  return [...differences.map(({ path }) => path), ...refused.map(({ path }) => path)]
}

function prepareMatcher(where: string, { tool, argument, by, ...rest }: Matcher): Result<PreparedMatcher> {
  const steps = argument.match(/[^.[\]]+/g) ?? []
  if (steps.length === 0)
    return fail(
      createError('ASSAY-7011', { where: `${where}.argument`, fix: 'name an argument, such as guest.name' }),
    )
  const accepts = acceptBy(where, by, rest)
  return accepts.ok ? ok({ tool, steps, path: toPath(steps), accepts: accepts.value }) : accepts
}

function acceptBy(
  where: string,
  by: Matcher['by'],
  { pattern, tolerance }: Pick<Matcher, 'pattern' | 'tolerance'>,
): Result<PreparedMatcher['accepts']> {
  if (by === 'ignore') return ok(() => true)
  if (by === 'contains')
    return ok(
      (given, expected) =>
        given !== undefined && toText(given).toLowerCase().includes(toText(expected).toLowerCase()),
    )
  if (by === 'tolerance')
    return tolerance === undefined
      ? fail(createError('ASSAY-7011', { where: `${where}.tolerance`, fix: 'give the tolerance' }))
      : ok((given, expected) => Math.abs(toNumber(given) - toNumber(expected)) <= tolerance)
  if (pattern === undefined)
    return fail(createError('ASSAY-7011', { where: `${where}.pattern`, fix: 'give the pattern' }))
  const compiled = compilePattern(pattern)
  return typeof compiled === 'string'
    ? fail(createError('ASSAY-7011', { where: `${where}.pattern: ${compiled}` }))
    : ok((given) => given !== undefined && compiled.matcher(toText(given)).find())
}

/** NaN where it is no number: no tolerance holds then. */
const toNumber = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN

function compilePattern(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    return String(error)
  }
}

/** The form of paths in a JSON difference. */
const toPath = (steps: readonly string[]): string =>
  steps.reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`
    return /^[A-Za-z_$][\w$]*$/.test(step) ? `${path}.${step}` : `${path}[${JSON.stringify(step)}]`
  }, '$')

const readAt = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    value,
  )

/** Providers give arguments as JSON text, others as the value; none is an empty object. */
export function readArguments(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return {}
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
