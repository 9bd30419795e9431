import { questionTypeSchema, type QuestionType } from '@assay/contracts'
import { createError, fail, nearestWord, ok, type Result } from '@assay/core'
import type { GenerationOptions } from '@assay/core/testsets'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { limitOptions, limitsOf } from '../evaluation/evaluation-options.ts'
import { testSetFile } from '../evaluation/load-test-set.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import {
  choiceOption,
  integerOption,
  listOption,
  runNameOption,
  switchOption,
  textOption,
} from '../options/option-schemas.ts'
import { checkSelection } from '../testset/check-selection.ts'
import { ensureTopics } from '../testset/ensure-topics.ts'
import { describePlan } from '../testset/describe-plan.ts'
import { finishGeneration } from '../testset/finish-generation.ts'
import { guardSensitive } from '../testset/guard-sensitive.ts'
import { overwriteOptions, readKeptCases } from '../testset/keep-reviewed.ts'
import { openGenerator } from '../testset/open-generator.ts'
import { runGeneration } from '../testset/run-generation.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [],
  options: {
    generator: choiceOption('facts needs no model', ['facts', 'model']),
    model: textOption('provider:model that writes the questions', 'model'),
    validatingModel: textOption('provider:model that tests them (default: the same)', 'model'),
    questions: integerOption('How many questions (default 60)'),
    types: listOption('Question types (default: all the generator knows)'),
    topics: listOption('Only from these topics'),
    sources: listOption('Only from these documents or folders'),
    languages: listOption('Only from passages in these languages, such as en,de'),
    description: textOption('What the system under test is for'),
    instructions: textOption('What the questions should be like'),
    examples: textOption("File with real users' questions, one a line, for style", 'file'),
    seed: textOption('Seed: the same seed gives the same questions', 'seed'),
    kb: textOption('Knowledge base', 'name'),
    out: textOption('Test set file to write (default: from assay.yaml, else testset.jsonl)', 'file'),
    name: runNameOption('Name of the run; a run of that name goes on where it stopped', 'run'),
    dryRun: switchOption('Say what would be made and asked, ask nothing'),
    allowPii: switchOption(
      'Send passages with personal data or secrets to a model that is not on this machine',
    ),
    ...overwriteOptions,
    ...limitOptions,
  },
  examples: [
    'assay testset generate --questions 60',
    'assay testset generate --generator model --model openai:gpt-5-mini --budget 1',
  ],
  async run({ options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const out = testSetFile(workspace, options.out)
    const kept = await readKeptCases(workspace, out, options)
    if (!kept.ok) return kept
    const generation = await readOptions(workspace, options)
    if (!generation.ok) return generation
    const found = await openChosen(workspace, options.kb)
    if (!found.ok) return found
    const base = await ensureTopics(workspace, found.value)
    if (!base.ok) return base
    const selected = checkSelection(generation.value, base.value)
    if (!selected.ok) return selected
    const configured = workspace.configuration.testSet?.generator
    const generator = await openGenerator(
      workspace,
      {
        id: options.generator ?? (options.model === undefined ? configured : 'model') ?? 'facts',
        model: options.model ?? workspace.configuration.model,
        validatingModel: options.validatingModel,
        batch: options.batch,
        isNamedOnly: options.dryRun,
      },
      base.value,
    )
    if (!generator.ok) return generator
    if (options.dryRun) return describePlan(generator.value, selected.value, context)
    const { models } = generator.value
    const guarded = await guardSensitive(
      workspace,
      { base: base.value, models, isAllowed: options.allowPii },
      context,
    )
    if (!guarded.ok) return guarded
    const done = await runGeneration(
      workspace,
      {
        opened: generator.value,
        base: base.value,
        options: selected.value,
        limits: limitsOf(workspace, options),
        name: options.name,
        useCache: !options.noCache,
      },
      context,
    )
    if (!done.ok) return done
    return finishGeneration(workspace, { ...done.value, out, kept: kept.value }, context)
  },
})

interface RawOptions {
  readonly questions: number | undefined
  readonly types: readonly string[] | undefined
  readonly topics: readonly string[] | undefined
  readonly sources: readonly string[] | undefined
  readonly languages: readonly string[] | undefined
  readonly description: string | undefined
  readonly instructions: string | undefined
  readonly examples: string | undefined
  readonly seed: string | undefined
}

async function readOptions(workspace: Workspace, raw: RawOptions): Promise<Result<GenerationOptions>> {
  const configured = workspace.configuration.testSet
  const types = readTypes(raw.types ?? configured?.types)
  if (!types.ok) return types
  const text = raw.examples === undefined ? '' : await workspace.readText(raw.examples)
  if (text === null) return fail(createError('ASSAY-1006', { where: raw.examples ?? '' }))
  const examples = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return ok({
    questions: raw.questions ?? configured?.questions ?? 60,
    seed: raw.seed ?? configured?.seed ?? 1,
    types: types.value,
    topics: raw.topics,
    sources: raw.sources,
    languages: raw.languages?.map((language) => language.toLowerCase()),
    description: raw.description ?? workspace.configuration.description,
    instructions: raw.instructions,
    ...(examples.length > 0 && { examples }),
  })
}

function readTypes(names: readonly string[] | undefined): Result<readonly QuestionType[] | undefined> {
  if (names === undefined) return ok(undefined)
  const types: QuestionType[] = []
  for (const name of names) {
    const type = questionTypeSchema.safeParse(name)
    if (!type.success) {
      const nearest = nearestWord(name, questionTypeSchema.options)
      const fix =
        nearest === null ? `known: ${questionTypeSchema.options.join(', ')}` : `did you mean ${nearest}?`
      return fail(
        createError('ASSAY-1001', { message: `No question type is called ${name}`, where: '--types', fix }),
      )
    }
    types.push(type.data)
  }
  return ok(types)
}
