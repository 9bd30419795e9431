import { configurationSchema } from '@assay/contracts'
import { must } from '@assay/core'
import { code, generatedNote, renderPage, renderTable } from './markdown.ts'
import { describeType, listSchemaRows, toJsonSchema, type JsonSchema, type SchemaRow } from './schema-rows.ts'

export function renderConfigurationPage(): string {
  const schema = toJsonSchema(configurationSchema, 'input')
  const rows = listSchemaRows(schema)
  return renderPage([
    '# Configuration',
    generatedNote,
    `\`assay.yaml\` lies in the folder of the project; its paths are relative to that folder, and \`.assay/\` is made beside it.
Every key may be left out. A command line option wins over its key. An unknown key is an error that names the nearest
known one. Keys and passwords never stand here: a target or a provider names the environment variable that holds them.`,
    `Editors check the file and complete its keys by [assay.schema.json](assay.schema.json). \`assay init\` writes a copy of it and
the first line that points to it; the line may name any path or address:`,
    '```yaml\n# yaml-language-server: $schema=.assay/assay.schema.json\ndescription: answers questions about our product\n```',
    '## Keys',
    renderRows(rows.filter(({ path }) => path !== 'targets')),
    '## Targets',
    '`targets` maps a name of your choice to one system under test. `kind` decides which keys it has.',
    ...targetKinds(schema).flatMap(renderTarget),
    '## Environment',
    renderTable(
      ['variable', 'what it does'],
      [
        [code('ASSAY_MODELS'), `Folder of the small local models (default ${code('~/.cache/assay/models')})`],
        [code('NO_COLOR'), 'No colour in the terminal'],
        [
          'the key of a provider',
          `Such as ${code('OPENAI_API_KEY')}; ${code('assay doctor')} lists them all`,
        ],
      ],
    ),
  ])
}

const renderRows = (rows: readonly SchemaRow[]): string =>
  renderTable(
    ['key', 'type', 'default', 'what it is'],
    rows.map(({ path, schema, isRequired }) => [
      code(path),
      schema.properties === undefined ? describeType(schema) : 'section',
      isRequired ? 'required' : defaultOf(schema),
      schema.description ?? '',
    ]),
  )

function defaultOf({ default: value, properties }: JsonSchema): string {
  if (value === undefined || properties !== undefined) return ''
  return code(JSON.stringify(value))
}

function targetKinds(schema: JsonSchema): readonly JsonSchema[] {
  const { additionalProperties } = must(schema.properties?.['targets'], 'targets in the configuration')
  return typeof additionalProperties === 'object'
    ? (additionalProperties.oneOf ?? additionalProperties.anyOf ?? [])
    : []
}

function renderTarget(target: JsonSchema): readonly string[] {
  const kind = must(target.properties?.['kind'], 'kind of a target')
  return [
    `### ${code(`kind: ${kind.const}`)}`,
    `${kind.description ?? ''}.`,
    renderRows(listSchemaRows(target).filter(({ path }) => path !== 'kind')),
  ]
}
