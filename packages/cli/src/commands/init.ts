import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createError, fail, must, ok, type Result } from '@assay/core'
import { formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { askInitQuestions } from '../configuration/ask-init-questions.ts'
import { configurationJsonSchema } from '../configuration/json-schema.ts'
import { writeConfiguration, type InitAnswers } from '../configuration/write-configuration.ts'
import { present } from '../present.ts'
import { useCaseIds } from '../configuration/use-case-ids.ts'
import { choiceOption, switchOption, textOption } from '../options/option-schemas.ts'

const schemaFile = '.assay/assay.schema.json'

export const command = defineCommand({
  arguments: [],
  options: {
    docs: textOption('Folder, file, glob or address of the documents', 'path'),
    target: choiceOption('Kind of the system under test', [
      'openai',
      'http',
      'module',
      'python',
      'command',
      'recorded',
    ]),
    at: textOption('Address, path or file.py:function of the system under test', 'where'),
    description: textOption('What the system is for'),
    useCase: choiceOption('Checks to start from', useCaseIds),
    fromPromptfoo: textOption('Take over a promptfoo configuration: targets, tests, assertions', 'file'),
    force: switchOption('Write over an existing assay.yaml'),
  },
  examples: [
    'assay init',
    'assay init --from-promptfoo promptfooconfig.yaml',
    'assay init --docs docs/ --target module --at ./assistant.ts',
  ],
  async run({ options }, context) {
    const { cwd, output } = context
    if (options.fromPromptfoo !== undefined) return takeOver(options.fromPromptfoo, options.force, context)
    const file = join(cwd, 'assay.yaml')
    if (existsSync(file) && !options.force) {
      return fail(
        createError('ASSAY-1007', {
          where: file,
          message: 'assay.yaml is there already',
          fix: 'edit it, or add --force',
        }),
      )
    }
    const answers = await askInitQuestions(options, { isTerminal: output.isTerminal, cwd })
    if (!answers.ok) return answers
    await configurationJsonSchema.writeTo(join(cwd, schemaFile))
    await writeFile(file, await writeProject(answers.value, options.useCase, cwd))
    const beside = options.useCase === undefined ? '' : ', examples.jsonl'
    output.error(
      `wrote  assay.yaml${beside}\nnext   assay kb sync  |  assay testset generate  |  assay eval run\n`,
    )
    return ok(0)
  },
})

/** The text of `assay.yaml`; a pack adds its checks and writes its example cases beside it. */
async function writeProject(
  answers: InitAnswers,
  useCase: (typeof useCaseIds)[number] | undefined,
  cwd: string,
): Promise<string> {
  if (useCase === undefined) return writeConfiguration(answers, schemaFile)
  const [{ useCasePacks }, { writeChecks, writeExamples }] = await Promise.all([
    import('../configuration/use-case-packs.data.ts'),
    import('../configuration/write-use-case.ts'),
  ])
  const pack = must(
    useCasePacks.find(({ id }) => id === useCase),
    `the pack ${useCase}`,
  )
  await writeFile(join(cwd, 'examples.jsonl'), writeExamples(pack))
  return `${writeConfiguration(answers, schemaFile, pack.judge)}${writeChecks(pack)}`
}

/** What was taken over, and every part that was not, with its reason. */
async function takeOver(file: string, isForced: boolean, context: CommandContext): Promise<Result<number>> {
  const { importPromptfooProject } = await import('../configuration/import-promptfoo-project.ts')
  const opened = await openWorkspace(context)
  if (!opened.ok) return opened
  const { hash } = opened.value
  const project = await importPromptfooProject({ file, folder: context.cwd, schemaFile, isForced, hash })
  if (!project.ok) return project
  await configurationJsonSchema.writeTo(join(context.cwd, schemaFile))
  const { imported, written } = project.value
  const { cases, mapped, notMapped, configuration } = imported
  const alike = Map.groupBy(notMapped, ({ what, reason }) => `${what}: ${reason}`)
  const left = [...alike].map(
    ([said, [first, ...more]]) =>
      `  not taken  ${first?.where}${more.length === 0 ? '' : ` and ${more.length} more`}: ${said}`,
  )
  const text = [
    `${formatCounted(cases.length, 'case')} with ${formatCounted(mapped, 'check')} from ${file}; ${formatCounted(notMapped.length, 'part')} not taken`,
    ...left,
    `  written    ${written.join(', ')}`,
    `  next       assay eval ${configuration.matrix === undefined ? 'run' : 'matrix'}`,
  ]
  present(context, { cases: cases.length, checks: mapped, notMapped, written }, text.join('\n'))
  return ok(0)
}
