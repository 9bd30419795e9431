import {
  accuracyCardSchema,
  attemptRowSchema,
  callRowSchema,
  candidateRowSchema,
  contextRowSchema,
  judgeLabelSchema,
  runManifestSchema,
  testCaseSchema,
  unitRowSchema,
  verdictRowSchema,
} from '@assay/contracts'
import type * as z from 'zod'
import { code, generatedNote, renderPage, renderTable } from './markdown.ts'
import { readDocComments, type DocComments } from './read-doc-comments.ts'
import { describeType, listSchemaRows, toJsonSchema, type SchemaRow } from './schema-rows.ts'

interface Format {
  readonly title: string
  readonly about: string
  readonly name: string
  readonly schema: z.ZodType
  /** Fields that another table on this page describes. */
  readonly elsewhere?: readonly string[]
}

const formats: readonly Format[] = [
  {
    title: 'Test case: `testset.jsonl`, `cases.jsonl`',
    about:
      'One test case a line, in a canonical form: fields in this order, so that a change shows as one line.',
    name: 'testCaseSchema',
    schema: testCaseSchema,
  },
  {
    title: '`run.json`',
    about: 'What is run, with which versions and settings. Written once at the start.',
    name: 'runManifestSchema',
    schema: runManifestSchema,
  },
  { title: '`units.jsonl`', about: 'A unit that ended.', name: 'unitRowSchema', schema: unitRowSchema },
  {
    title: '`attempts.jsonl`',
    about: 'One question put to the target, with its answer or its error.',
    name: 'attemptRowSchema',
    schema: attemptRowSchema,
  },
  {
    title: '`verdicts.jsonl`',
    about: 'What one check said of one attempt.',
    name: 'verdictRowSchema',
    schema: verdictRowSchema,
  },
  {
    title: '`calls.jsonl`',
    about: 'One model call that ended, well or not.',
    name: 'callRowSchema',
    schema: callRowSchema,
  },
  {
    title: '`contexts.jsonl`',
    about: 'A reference passage of the cases, as it stood when the run was made.',
    name: 'contextRowSchema',
    schema: contextRowSchema,
  },
  {
    title: '`labels.jsonl`',
    about:
      'What one person said of one judged answer. A later label of the same person and answer replaces an earlier one.',
    name: 'judgeLabelSchema',
    schema: judgeLabelSchema,
  },
  {
    title: '`.assay/judges/cards.jsonl`',
    about:
      'The card of a judge on your own labels. Shipped cards have the same form: `assay judge card ID --json`.',
    name: 'accuracyCardSchema',
    schema: accuracyCardSchema,
  },
  {
    title: '`candidates.jsonl`',
    about: 'Generation runs: a candidate question that was kept or rejected, and why.',
    name: 'candidateRowSchema',
    schema: candidateRowSchema,
    elsewhere: ['testCase'],
  },
]

export function renderFormatsPage(): string {
  const comments = readDocComments()
  return renderPage([
    '# File formats',
    generatedNote,
    `Everything Assay writes is JSON or JSON Lines in UTF-8. Fields are read by the schemas below; a file that does not follow them
is refused with file and line. What is in a run folder and how it is kept: [explanation](../explanation/what-is-in-a-run-folder.md).`,
    '## Recorded answers',
    `What a \`recorded\` target reads, one answer a line: \`id\` (of the test case) or \`question\`, the answer under \`text\`, \`answer\`,
\`message\` or \`content\`, and where there are any \`documents\` (strings, or objects with \`text\`, \`id\`, \`score\`), \`usage\`, \`model\`,
\`latencyMs\`, \`costUsd\`. The n-th line of one case answers its n-th repeat.`,
    ...formats.flatMap((format) => renderFormat(format, comments)),
  ])
}

function renderFormat(
  { title, about, name, schema, elsewhere = [] }: Format,
  comments: DocComments,
): readonly string[] {
  const notes = comments.get(name)
  const isInside = ({ path }: SchemaRow): boolean => elsewhere.some((field) => path.startsWith(`${field}.`))
  const rows = listSchemaRows(toJsonSchema(schema)).filter((row) => !isInside(row))
  return [
    `## ${title}`,
    about,
    renderTable(
      ['field', 'type', 'always there', 'what it is'],
      rows.map(({ path, schema: field, isRequired }) => [
        code(path),
        describeType(field),
        isRequired ? 'yes' : 'no',
        notes?.get(path) ?? '',
      ]),
    ),
  ]
}
