import type { CheckUse, Configuration, configurationSchema, TestCase } from '@assay/contracts'
import type * as z from 'zod'
import type { Hash } from '../ports/hash.ts'
import { createError } from '../errors/create-error.ts'
import { fail, ok, type Result } from '../result.ts'
import { prepareChecks } from '../checks/prepare-checks.ts'
import { expandTests, type ExpandedTest, type NamedPrompt } from './expand-tests.ts'
import { createFunctionSources, type FunctionSources } from './function-sources.ts'
import { mapAssertion } from './map-assertion.ts'
import { mapJudgeModel } from './map-judge-model.ts'
import { mapProviders } from './map-provider.ts'
import type { NotMapped } from './not-mapped.ts'
import {
  promptfooConfigSchema,
  promptfooTestSchema,
  type PromptfooAssertion,
  type PromptfooConfig,
  type PromptfooTest,
} from './promptfoo-config.ts'

export interface PromptfooImport {
  readonly configuration: z.input<typeof configurationSchema>
  readonly cases: readonly TestCase[]
  /** Files to write beside the configuration: the code of inline assertions. */
  readonly files: Readonly<Record<string, string>>
  readonly notMapped: readonly NotMapped[]
  readonly mapped: number
}

export interface ImportTools {
  readonly hash: Hash
  /** Data of a YAML, JSON, JSON Lines or CSV file, text of any other; `null`: it cannot be read. */
  readonly readData: (file: string) => Promise<unknown>
}

/** Turns a promptfoo configuration into one of Assay's with a test set whose cases carry their checks; the checks decide alone. */
export async function importPromptfoo(
  value: unknown,
  file: string,
  tools: ImportTools,
): Promise<Result<PromptfooImport>> {
  const parsed = promptfooConfigSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = `${file}, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
    return fail(createError('ASSAY-1002', { where, message: 'It is no promptfoo configuration' }))
  }
  const config = parsed.data
  const notMapped: NotMapped[] = listUnread(config)
  const prompts = await readPrompts(config, tools, notMapped)
  const tests = await readTests(config.tests, tools, notMapped)
  const targets = mapProviders(config.providers ?? config.targets ?? [], notMapped)
  const functions = createFunctionSources()
  const expanded = expandTests(prompts, tests, config.defaultTest, notMapped)
  const counts = { mapped: 0 }
  const cases = expanded.map((test, index) =>
    toCase(test, index, { config, functions, notMapped, counts, hash: tools.hash }),
  )
  const [first] = targets
  const model = readJudgeModel(config, notMapped)
  const configuration: z.input<typeof configurationSchema> = {
    ...(config.description === undefined ? {} : { description: config.description }),
    judge: 'none',
    ...(model === null ? {} : { model }),
    testSet: { file: 'testset.jsonl' },
    ...(first === undefined ? {} : { target: first.name }),
    targets: Object.fromEntries(
      targets.map(({ name, settings }): [string, Configuration['targets'][string]] => [name, settings]),
    ),
    ...(targets.length > 1 ? { matrix: { targets: targets.map(({ name }) => name) } } : {}),
  }
  return ok({ configuration, cases, files: functions.files(), notMapped, mapped: counts.mapped })
}

/** Who grades, unless an assertion says otherwise: `defaultTest.options.provider`. */
function readJudgeModel({ defaultTest }: PromptfooConfig, notMapped: NotMapped[]): string | null {
  const provider = defaultTest?.options?.provider
  if (provider === undefined) return null
  const model = mapJudgeModel(provider)
  if (model === null)
    notMapped.push({
      what: 'options.provider',
      where: 'defaultTest',
      reason: 'Assay cannot ask it; name a model with --model or as `model` in assay.yaml',
    })
  return model
}

const known = new Set(Object.keys(promptfooConfigSchema.shape))

const listUnread = (config: PromptfooConfig): NotMapped[] =>
  Object.keys(config)
    .filter((key) => !known.has(key) && key !== '$schema' && key !== 'tags')
    .map((key) => ({ what: key, where: key, reason: 'it has no counterpart' }))

async function readPrompts(
  { prompts }: PromptfooConfig,
  { readData }: ImportTools,
  notMapped: NotMapped[],
): Promise<readonly NamedPrompt[]> {
  const read: NamedPrompt[] = []
  for (const [index, prompt] of prompts.entries()) {
    const source = typeof prompt === 'string' ? prompt : (prompt.raw ?? prompt.id ?? '')
    const label = typeof prompt === 'string' ? `prompt ${index + 1}` : (prompt.label ?? `prompt ${index + 1}`)
    const path = source.startsWith('file://') ? source.slice('file://'.length) : null
    const data = path === null ? source : await readData(path)
    if (data === null || (path !== null && /\.(?:m?js|ts|py)$/.test(path)))
      notMapped.push({
        what: `prompt ${source}`,
        where: `prompts[${index}]`,
        reason: 'only texts and files of text are read',
      })
    else read.push({ label, text: typeof data === 'string' ? data : JSON.stringify(data) })
  }
  return read.length > 0 ? read : [{ label: 'prompt', text: '{{ prompt }}' }]
}

async function readTests(
  tests: PromptfooConfig['tests'],
  { readData }: ImportTools,
  notMapped: NotMapped[],
): Promise<readonly PromptfooTest[]> {
  const read: PromptfooTest[] = []
  for (const test of typeof tests === 'string' ? [tests] : tests) {
    if (typeof test !== 'string') {
      read.push(test)
      continue
    }
    const data = await readData(test.replace(/^file:\/\//, ''))
    const parsed = Array.isArray(data) ? promptfooTestSchema.array().safeParse(data) : undefined
    if (parsed?.success === true) read.push(...parsed.data)
    else
      notMapped.push({
        what: `tests ${test}`,
        where: 'tests',
        reason: 'only lists of tests in YAML, JSON and JSON Lines are read',
      })
  }
  return read
}

interface CaseContext {
  readonly config: PromptfooConfig
  readonly functions: FunctionSources
  readonly notMapped: NotMapped[]
  readonly counts: { mapped: number }
  readonly hash: Hash
}

function toCase(test: ExpandedTest, index: number, context: CaseContext): TestCase {
  const uses = mapAll(test.assertions, test.vars, `tests[${index}].assert`, context)
  const checks =
    test.threshold === undefined || uses.length === 0
      ? [...uses]
      : [{ check: 'weighted', threshold: test.threshold, parameters: { checks: uses } }]
  const id = `promptfoo-${context.hash(JSON.stringify([index, test.question])).slice(0, 12)}`
  return {
    id,
    question: test.question,
    history: [...test.history],
    referenceAnswer: '',
    referenceClaims: [],
    referenceContexts: [],
    type: 'simple',
    level: 'easy',
    topic: test.description ?? null,
    language: 'und',
    clusterKey: id,
    tags: [test.prompt],
    checks,
    provenance: { generator: 'import:promptfoo', original: { vars: test.vars } },
    validity: {},
    status: 'active',
  }
}

function mapAll(
  assertions: readonly PromptfooAssertion[],
  vars: ExpandedTest['vars'],
  where: string,
  context: CaseContext,
): readonly CheckUse[] {
  return assertions.flatMap((written, index) => {
    const assertion = resolve(written, context.config)
    const place = `${where}[${index}]`
    if (assertion.type === 'assert-set') {
      const checks = mapAll(assertion.assert ?? [], vars, `${place}.assert`, context)
      if (checks.length === 0) return []
      return assertion.threshold === undefined
        ? [{ check: 'all-of', parameters: { checks } }]
        : [{ check: 'weighted', threshold: assertion.threshold, parameters: { checks } }]
    }
    const mapped = mapAssertion(assertion, { vars, functions: context.functions })
    const leaveOut = (reason: string) =>
      context.notMapped.push({ what: assertion.type, where: place, reason })
    if (typeof mapped === 'string') {
      leaveOut(mapped)
      return []
    }
    const problem = findProblem(mapped.use)
    if (problem !== null) {
      leaveOut(problem)
      return []
    }
    if (mapped.lost !== undefined) leaveOut(mapped.lost)
    context.counts.mapped += 1
    return [mapped.use]
  })
}

/** Why a check cannot be used after all: a pattern RE2 does not take, a schema that is wrong. */
function findProblem(use: CheckUse): string | null {
  const prepared = prepareChecks([use])
  return prepared.ok ? null : `${prepared.error.message} (${prepared.error.where ?? ''})`
}

function resolve(
  assertion: PromptfooAssertion,
  { assertionTemplates = {} }: PromptfooConfig,
): PromptfooAssertion {
  const name = assertion.$ref?.replace('#/assertionTemplates/', '')
  const template = name === undefined ? undefined : assertionTemplates[name]
  return template === undefined ? assertion : { ...template, ...assertion, type: template.type }
}
