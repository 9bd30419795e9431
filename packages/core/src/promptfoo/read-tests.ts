import type { ImportTools } from './import-tools.ts'
import { toText } from './fill-template.ts'
import { listUnread } from './list-unread.ts'
import { mapJudgeModel } from './map-judge-model.ts'
import type { NotMapped } from './not-mapped.ts'
import {
  optionKeys,
  promptfooTestSchema,
  testKeys,
  type PromptfooConfig,
  type PromptfooTest,
} from './promptfoo-config.ts'
import { readAssertions, type ReadAssertion } from './read-assertions.ts'
import { FileValue, readFileValue, UnreadValue } from './read-file-value.ts'

export type Vars = Readonly<Record<string, unknown>>

/** A test with the defaults filled in and its files read. */
export interface ReadTest {
  readonly where: string
  readonly description: string | undefined
  readonly vars: Vars
  /** Whether a list of values stands for one test each. */
  readonly isExpanded: boolean
  /** Put around every prompt. */
  readonly prefix: string
  readonly suffix: string
  /** Names of its prompts; absent: all. */
  readonly prompts: readonly string[] | undefined
  readonly assertions: readonly ReadAssertion[]
  /** Score from which the test passes, instead of "all assertions pass". */
  readonly threshold: number | undefined
  /** Who grades it, as `provider:model`; `null`: the model of the run. */
  readonly judge: string | null
}

/** Reads the tests, in the configuration and in files. What cannot be read is left out and named, and so are keys that nothing reads. */
export async function readTests(
  config: PromptfooConfig,
  tools: ImportTools,
  notMapped: NotMapped[],
): Promise<readonly ReadTest[]> {
  const { defaultTest = {}, assertionTemplates: templates = {} } = config
  const placed = await placeTests(config.tests, tools, notMapped)
  const reading = { templates, readData: tools.readData, notMapped }
  listUnreadOf(defaultTest, 'defaultTest', notMapped)
  const defaultAssertions = await readAssertions(defaultTest.assert ?? [], 'defaultTest.assert', reading)
  const all =
    placed.length === 0 && config.tests.length === 0 && config.defaultTest !== undefined
      ? [{ test: {}, where: 'defaultTest' }]
      : placed
  const read: ReadTest[] = []
  for (const { test, where } of all) {
    listUnreadOf(test, where, notMapped)
    const vars = await readVars([defaultTest.vars, test.vars], tools.readData)
    if (typeof vars === 'string') {
      notMapped.push({ what: 'test', where, reason: vars })
      continue
    }
    const own = await readAssertions(test.assert ?? [], `${where}.assert`, reading)
    const judge = readJudge(test, where, notMapped)
    const assertions = skipsDefaults(test, defaultTest) ? own : [...defaultAssertions, ...own]
    read.push({ ...fillDefaults(test, defaultTest), where, vars, assertions, judge })
  }
  return read
}

interface PlacedTest {
  readonly test: PromptfooTest
  readonly where: string
}

async function placeTests(
  tests: PromptfooConfig['tests'],
  { readData }: ImportTools,
  notMapped: NotMapped[],
): Promise<readonly PlacedTest[]> {
  const placed: PlacedTest[] = []
  for (const [index, test] of (typeof tests === 'string' ? [tests] : tests).entries()) {
    const where = `tests[${index}]`
    if (typeof test !== 'string') {
      if (test['path'] === undefined) placed.push({ test, where })
      else notMapped.push({ what: `tests ${toText(test['path'])}`, where, reason: 'code makes them' })
      continue
    }
    const file = test.replace(/^file:\/\//, '')
    const data = await readData(file)
    const parsed = Array.isArray(data) ? promptfooTestSchema.array().safeParse(data) : undefined
    if (parsed?.success === true)
      placed.push(...parsed.data.map((each, row) => ({ test: each, where: `${file}[${row}]` })))
    else
      notMapped.push({
        what: `tests ${test}`,
        where: 'tests',
        reason: 'only lists of tests in YAML, JSON and JSON Lines are read',
      })
  }
  return placed
}

const askedOfEvery = 'every question is asked of every target'
const testReasons = {
  provider: askedOfEvery,
  providers: askedOfEvery,
  providerOutput: 'answers that are there already are those of a target of kind recorded',
  assertScoringFunction: 'the score is the weighted mean of the checks',
}
const optionReasons = {
  transform: 'Assay reads parts of an answer by JSONPath (`on`)',
  postprocess: 'Assay reads parts of an answer by JSONPath (`on`)',
  rubricPrompt: 'Assay asks in its own words',
  transformVars: 'the variables are taken as they are written',
}

function listUnreadOf(test: PromptfooTest, where: string, notMapped: NotMapped[]): void {
  notMapped.push(...listUnread(test, testKeys, { where, reasons: testReasons }))
  const place = { where, prefix: 'options.', reasons: optionReasons }
  notMapped.push(...listUnread(test.options ?? {}, optionKeys, place))
}

const skipsDefaults = (test: PromptfooTest, defaults: PromptfooTest): boolean =>
  test.options?.disableDefaultAsserts ?? defaults.options?.disableDefaultAsserts ?? false

function fillDefaults(test: PromptfooTest, defaults: PromptfooTest) {
  const { disableVarExpansion = false } = { ...defaults.options, ...test.options }
  return {
    description: test.description,
    isExpanded: !disableVarExpansion,
    prefix: test.options?.prefix || defaults.options?.prefix || '',
    suffix: test.options?.suffix || defaults.options?.suffix || '',
    prompts: test.prompts ?? defaults.prompts,
    threshold: test.threshold ?? defaults.threshold,
  }
}

/** Of the test itself; that of the default test is the model of the run. */
function readJudge({ options }: PromptfooTest, where: string, notMapped: NotMapped[]): string | null {
  if (options?.provider === undefined) return null
  const judge = mapJudgeModel(options.provider)
  const report = (reason: string) => notMapped.push({ what: 'options.provider', where, reason })
  if (judge === null) report('Assay cannot ask it; the model of the run judges')
  else if (judge.lost !== null) report(judge.lost)
  return judge?.model ?? null
}

/** The variables of the default test and the test's own over them, or why the test cannot be asked. */
async function readVars(
  written: readonly PromptfooTest['vars'][],
  readData: ImportTools['readData'],
): Promise<Vars | string> {
  const vars: Record<string, unknown> = {}
  for (const source of written.flat()) {
    const found = typeof source === 'string' ? await readData(source.replace(/^file:\/\//, '')) : source
    if (found === undefined) continue
    if (typeof found !== 'object' || found === null || Array.isArray(found))
      return `its variables stand in ${toText(source)}, which cannot be read`
    Object.assign(vars, found)
  }
  for (const [name, value] of Object.entries(vars)) {
    const isList = Array.isArray(value)
    const read = await Promise.all((isList ? value : [value]).map((each: unknown) => readVar(each, readData)))
    const unread = read.find((each) => each instanceof UnreadValue)
    if (unread !== undefined) return `its variable ${name} ${unread.problem}`
    vars[name] = isList ? read : read[0]
  }
  return vars
}

/** A variable is text, also where its file holds data. */
async function readVar(value: unknown, readData: ImportTools['readData']): Promise<unknown> {
  const read = await readFileValue(value, readData)
  return read instanceof FileValue ? toText(read.content) : read
}
