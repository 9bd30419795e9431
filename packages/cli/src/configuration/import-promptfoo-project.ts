import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { createError, fail, ok, type Hash, type Result } from '@assay/core'
import { importPromptfoo, type PromptfooImport } from '@assay/core/promptfoo'
import { formatTestSet } from '@assay/core/testsets/format'
import { parse, stringify } from 'yaml'
import { writeWhole } from '../compose-files.ts'

export interface ImportedProject {
  readonly imported: PromptfooImport
  readonly written: readonly string[]
}

export interface PromptfooProject {
  /** Of the promptfoo configuration, relative to the folder. */
  readonly file: string
  readonly folder: string
  readonly schemaFile: string
  /** Writes over what is there. */
  readonly isForced: boolean
  readonly hash: Hash
}

/** Reads a promptfoo configuration and writes `assay.yaml`, the test set and the code of inline assertions beside each other. */
export async function importPromptfooProject({
  file,
  folder,
  schemaFile,
  isForced,
  hash,
}: PromptfooProject): Promise<Result<ImportedProject>> {
  const value = await readData(resolve(folder, file))
  if (value === null) return fail(createError('ASSAY-1006', { where: file }))
  const base = dirname(resolve(folder, file))
  const imported = await importPromptfoo(value, file, {
    hash,
    readData: (path) => readData(resolve(base, path)),
    readYaml,
    isFunctionBody,
  })
  if (!imported.ok) return imported
  const { configuration, cases, files } = imported.value
  const texts = {
    'assay.yaml': `# yaml-language-server: $schema=${schemaFile}\n${stringify(configuration)}`,
    'testset.jsonl': formatTestSet(cases),
    ...files,
  }
  const taken = Object.keys(texts).find((name) => existsSync(join(folder, name)))
  if (taken !== undefined && !isForced)
    return fail(
      createError('ASSAY-1007', {
        where: taken,
        message: 'The file is there already',
        fix: 'move it, or add --force',
      }),
    )
  for (const [name, text] of Object.entries(texts)) {
    const written = await writeWhole(join(folder, name), text)
    if (!written.ok) return written
  }
  return ok({ imported: imported.value, written: Object.keys(texts) })
}

/** Data of YAML, JSON and JSON Lines, text of any other file; `null`: it cannot be read. */
async function readData(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    switch (extname(path)) {
      case '.yaml':
      case '.yml':
      case '.json':
        return parse(text)
      case '.jsonl':
        return text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line): unknown => JSON.parse(line))
      default:
        return text
    }
  } catch {
    return null
  }
}

/** Data of YAML or JSON text; `undefined`: it is neither. */
function readYaml(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' })
  } catch {
    return undefined
  }
}

/** Whether the code of an assertion can stand in a module as an asynchronous function; it is compiled, not run. */
function isFunctionBody(code: string): boolean {
  try {
    return new Script(`(async (output, context) => {'use strict'\n${code}\n})`) instanceof Script
  } catch {
    return false
  }
}
