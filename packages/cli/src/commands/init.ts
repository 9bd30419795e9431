import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createError, fail, ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { askInitQuestions } from '../configuration/ask-init-questions.ts'
import { configurationJsonSchema } from '../configuration/json-schema.ts'
import { writeConfiguration } from '../configuration/write-configuration.ts'
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
    force: switchOption('Write over an existing assay.yaml'),
  },
  examples: ['assay init', 'assay init --docs docs/ --target module --at ./assistant.ts'],
  async run({ options }, { cwd, output }) {
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
    await writeFile(file, writeConfiguration(answers.value, schemaFile))
    output.error(`wrote  assay.yaml\nnext   assay kb sync  |  assay testset generate  |  assay eval run\n`)
    return ok(0)
  },
})
