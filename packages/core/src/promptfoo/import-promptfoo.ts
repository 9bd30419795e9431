import type { Configuration, configurationSchema, TestCase } from '@assay/contracts'
import type * as z from 'zod'
import { createError } from '../errors/create-error.ts'
import { fail, ok, type Result } from '../result.ts'
import { expandTests, type ExpandedTest } from './expand-tests.ts'
import { createFunctionSources } from './function-sources.ts'
import type { ImportTools } from './import-tools.ts'
import { findUnread } from './list-unread.ts'
import { mapChecks, type CheckMapping } from './map-checks.ts'
import { mapJudgeModel } from './map-judge-model.ts'
import { mapProviders, type MappedTarget } from './map-provider.ts'
import type { NotMapped } from './not-mapped.ts'
import { configKeys, promptfooConfigSchema, type PromptfooConfig } from './promptfoo-config.ts'
import { readPrompts } from './read-prompts.ts'
import { readTests } from './read-tests.ts'

export interface PromptfooImport {
  readonly configuration: z.input<typeof configurationSchema>
  readonly cases: readonly TestCase[]
  /** Files to write beside the configuration: the code of inline assertions. */
  readonly files: Readonly<Record<string, string>>
  readonly notMapped: readonly NotMapped[]
  readonly mapped: number
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
  const notMapped: NotMapped[] = findUnread(config, configKeys).map((key) => ({
    what: key,
    where: key,
    reason: 'it has no counterpart',
  }))
  const prompts = await readPrompts(config, tools, notMapped)
  const tests = await readTests(config, tools, notMapped)
  const targets = mapProviders(config.providers ?? config.targets ?? [], notMapped)
  const functions = createFunctionSources(tools.isFunctionBody)
  const counts = { mapped: 0 }
  const mapping = { functions, readYaml: tools.readYaml, notMapped, counts }
  const cases = expandTests(prompts, tests, notMapped).map((test, index) =>
    toCase(test, tools.hash(JSON.stringify([index, test.question])), mapping),
  )
  const configuration = toConfiguration(config, targets, readJudgeModel(config, notMapped))
  return ok({
    configuration,
    cases,
    files: functions.files(),
    notMapped: leaveOutRepeated(notMapped),
    mapped: counts.mapped,
  })
}

function toConfiguration(
  { description }: PromptfooConfig,
  targets: readonly MappedTarget[],
  model: string | null,
): PromptfooImport['configuration'] {
  const [first] = targets
  return {
    ...(description === undefined ? {} : { description }),
    judge: 'none',
    ...(model === null ? {} : { model }),
    testSet: { file: 'testset.jsonl' },
    ...(first === undefined ? {} : { target: first.name }),
    targets: Object.fromEntries(
      targets.map(({ name, settings }): [string, Configuration['targets'][string]] => [name, settings]),
    ),
    ...(targets.length > 1 ? { matrix: { targets: targets.map(({ name }) => name) } } : {}),
  }
}

/** Who grades, unless a test or an assertion says otherwise: `defaultTest.options.provider`. */
function readJudgeModel({ defaultTest }: PromptfooConfig, notMapped: NotMapped[]): string | null {
  const provider = defaultTest?.options?.provider
  if (provider === undefined) return null
  const judge = mapJudgeModel(provider)
  const report = (reason: string) =>
    notMapped.push({ what: 'options.provider', where: 'defaultTest', reason })
  if (judge === null) report('Assay cannot ask it; name a model with --model or as `model` in assay.yaml')
  else if (judge.lost !== null) report(judge.lost)
  return judge?.model ?? null
}

function toCase(test: ExpandedTest, hash: string, mapping: CheckMapping): TestCase {
  const id = `promptfoo-${hash.slice(0, 12)}`
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
    checks: [...mapChecks(test, mapping)],
    provenance: { generator: 'import:promptfoo', original: { vars: test.vars } },
    validity: {},
    status: 'active',
  }
}

/** An assertion is mapped anew for each prompt and each combination of variables, and fails alike. */
const leaveOutRepeated = (notMapped: readonly NotMapped[]): readonly NotMapped[] => [
  ...new Map(notMapped.map((each) => [JSON.stringify(each), each])).values(),
]
