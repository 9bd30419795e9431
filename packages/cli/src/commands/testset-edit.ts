import { testCaseSchema, type TestCase } from '@assay/contracts'
import { createError, fail, nearestWord, ok, type Result } from '@assay/core'
import { takeEdit } from '@assay/core/testsets'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { loadTestSet } from '../evaluation/load-test-set.ts'
import { repeatedOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { editInEditor } from '../testset/edit-in-editor.ts'
import { findCase } from '../testset/find-case.ts'
import { createStamp } from '../testset/review-stamp.ts'
import { saveTestSet } from '../testset/save-test-set.ts'

const editable = [
  'question',
  'referenceAnswer',
  'type',
  'level',
  'topic',
  'language',
  'tags',
  'status',
] as const

export const command = defineCommand({
  arguments: [],
  options: {
    case: textOption('Id of the case', 'id'),
    set: repeatedOption(`A field and its new value; fields: ${editable.join(', ')}`, 'field=value'),
    by: textOption('Who edits (default: the user of the machine)', 'name'),
    testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
  },
  examples: ['assay testset edit --case q-12 --set "question=What is the default port?"'],
  async run({ options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const set = await loadTestSet(opened.value, options.testset)
    if (!set.ok) return set
    if (options.case === undefined)
      return fail(
        createError('ASSAY-1001', { message: 'It is not clear which case is meant', fix: 'add --case ID' }),
      )
    const found = findCase(set.value, options.case)
    if (!found.ok) return found
    const wanted = await readEdit(found.value, options.set, context)
    if (!wanted.ok) return wanted
    const edited = takeEdit(found.value, wanted.value, createStamp(opened.value, context, options.by))
    if (edited === found.value) {
      present(context, edited, `${edited.id} is as it was`)
      return ok(0)
    }
    const { cases, file } = set.value
    if (cases.some((each) => each !== found.value && each.id === edited.id))
      return fail(createError('ASSAY-3006', { where: `${file}: ${edited.id}`, so: 'nothing was changed' }))
    const saved = await saveTestSet(
      opened.value,
      file,
      cases.map((each) => (each === found.value ? edited : each)),
    )
    if (!saved.ok) return saved
    present(context, edited, `${edited.id} changed in ${file}`)
    return ok(0)
  },
})

function readEdit(
  testCase: TestCase,
  changes: readonly string[] | undefined,
  context: CommandContext,
): Promise<Result<TestCase>> {
  return changes === undefined
    ? editInEditor(testCase, context)
    : Promise.resolve(setFields(testCase, changes))
}

function setFields(testCase: TestCase, changes: readonly string[]): Result<TestCase> {
  const fields: Record<string, unknown> = {}
  for (const change of changes) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(change) ?? []
    if (!editable.some((known) => known === name)) {
      const nearest = nearestWord(name, editable)
      const fix =
        nearest === null
          ? `write it as FIELD=VALUE; fields: ${editable.join(', ')}`
          : `did you mean ${nearest}?`
      return fail(createError('ASSAY-1001', { message: `--set ${change}`, fix }))
    }
    fields[name] = readValue(name, value)
  }
  const parsed = testCaseSchema.safeParse({ ...testCase, ...fields })
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail(
    createError('ASSAY-3002', {
      where: testCase.id,
      message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
      so: 'nothing was changed',
    }),
  )
}

function readValue(name: string, value: string): unknown {
  if (name === 'tags') return value === '' ? [] : value.split(',').map((tag) => tag.trim())
  return name === 'topic' && value === '' ? null : value
}
