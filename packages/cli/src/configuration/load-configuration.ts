import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { LineCounter, isMap, isNode, parseDocument, type Document } from 'yaml'
import type * as z from 'zod'
import { configurationSchema, type AssayError, type Configuration } from '@assay/contracts'
import { createError, fail, nearestWord, ok, type Result } from '@assay/core'

export interface LoadedConfiguration {
  readonly configuration: Configuration
  /** Paths in the configuration are relative to this folder. */
  readonly folder: string
  /** `null`: there is no file, the defaults hold. */
  readonly file: string | null
}

const defaultFile = 'assay.yaml'

/** The named file, or `assay.yaml` in the working folder, or the defaults when there is none. */
export async function loadConfiguration(
  cwd: string,
  named: string | undefined,
): Promise<Result<LoadedConfiguration>> {
  const file = named === undefined ? join(cwd, defaultFile) : resolve(cwd, named)
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    if (named !== undefined) return fail(createError('ASSAY-1003', { where: file }))
    return ok({ configuration: configurationSchema.parse({}), folder: cwd, file: null })
  }
  const configuration = parseConfiguration(text, file)
  return configuration.ok
    ? ok({ configuration: configuration.value, folder: dirname(file), file })
    : configuration
}

export function parseConfiguration(text: string, file: string): Result<Configuration> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [syntax] = document.errors
  if (syntax !== undefined) {
    const line = lines.linePos(syntax.pos[0]).line
    return fail(
      createError('ASSAY-1002', {
        message: 'The configuration is not valid YAML',
        where: `${file}, line ${line}: ${syntax.message.split('\n')[0] ?? ''}`,
      }),
    )
  }
  const data: unknown = document.toJS() ?? {}
  const parsed = configurationSchema.safeParse(data)
  if (parsed.success) return ok(parsed.data)
  return fail(describeIssue(parsed.error.issues, { document, lines, file }))
}

interface Place {
  readonly document: Document.Parsed
  readonly lines: LineCounter
  readonly file: string
}

/** An unknown key explains a missing one: it is named first. */
function describeIssue(issues: readonly z.core.$ZodIssue[], place: Place): AssayError {
  const issue = issues.find((each) => each.code === 'unrecognized_keys') ?? issues[0]
  const path = (issue?.path ?? []).filter((key) => typeof key !== 'symbol')
  if (issue?.code === 'unrecognized_keys') return unknownKey(issue.keys[0] ?? '', path, place)
  const where = `${place.file}, line ${lineOf(path, place)}: ${path.join('.')}`
  return createError('ASSAY-1002', {
    where,
    message: `The configuration is not valid: ${issue?.message ?? ''}`,
  })
}

function unknownKey(key: string, path: readonly (string | number)[], place: Place): AssayError {
  const known = knownKeysAt(path)
  const nearest = nearestWord(key, known)
  const fix = nearest === null ? `known here: ${known.join(', ')}` : `did you mean "${nearest}"?`
  return createError('ASSAY-1004', {
    where: `${place.file}, line ${lineOf([...path, key], place)}: ${[...path, key].join('.')}`,
    fix,
  })
}

/** Line of the key itself; of its nearest parent where the key is absent. */
function lineOf(path: readonly (string | number)[], { document, lines }: Place): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true) ?? document.contents
    const node: unknown = isMap(parent)
      ? parent.items.find((pair) => String(pair.key) === String(path[length - 1]))?.key
      : undefined
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** The keys the schema knows at a path; the targets' keys over all their kinds. */
function knownKeysAt(path: readonly (string | number)[]): readonly string[] {
  const schema: unknown = path.reduce<unknown>(
    (node, key) => childSchema(node, String(key)),
    configurationSchema,
  )
  return keysOf(schema)
}

function childSchema(schema: unknown, key: string): unknown {
  const inner = unwrap(schema)
  const shape = get(inner, 'shape')
  if (shape !== undefined) return get(shape, key)
  const options = get(inner, 'options')
  if (Array.isArray(options)) return options.map((each) => childSchema(each, key)).find(Boolean)
  return get(get(inner, 'def'), 'element') ?? get(get(inner, 'def'), 'valueType')
}

function keysOf(schema: unknown): readonly string[] {
  const inner = unwrap(schema)
  const options = get(inner, 'options')
  if (Array.isArray(options)) return [...new Set(options.flatMap(keysOf))]
  const shape = get(inner, 'shape')
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : []
}

const unwrap = (schema: unknown): unknown => {
  const innerType = get(get(schema, 'def'), 'innerType')
  return innerType === undefined ? schema : unwrap(innerType)
}

const get = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
