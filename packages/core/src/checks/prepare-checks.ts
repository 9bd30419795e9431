import type { CheckCase, CheckUse, CheckVerdict } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import { nearestWord } from '../nearest-word.ts'
import { fail, ok, type Result } from '../result.ts'
import type {
  Check,
  CheckPorts,
  CorpusScore,
  Finding,
  PrepareContext,
  PreparedCheck,
  PreparedDefinition,
} from './check.ts'
import { checkDefinitions } from './check-definitions.ts'
import { findAbsent, readInput } from './read-input.ts'
import { toBrokenVerdict, toVerdict } from './to-verdict.ts'

type Named = Pick<PrepareContext, 'sets' | 'templates'>

/** Makes checks ready to judge; the first that is wrong stops all, before anything is asked. */
export function prepareChecks(
  uses: readonly CheckUse[],
  named: Partial<Named> = {},
): Result<readonly PreparedCheck[]> {
  const context: PrepareContext = {
    sets: named.sets ?? {},
    templates: named.templates ?? {},
    prepare: (use) => prepareCheck(use, context),
  }
  const prepared: PreparedCheck[] = []
  for (const use of uses) {
    const check = context.prepare(use)
    if (!check.ok) return check
    prepared.push(check.value)
  }
  return ok(prepared.map((check, index) => ({ ...check, name: numberName(prepared, index) })))
}

/** No two of a list have one name: the second `contains` is `contains 2`. */
function numberName(checks: readonly PreparedCheck[], index: number): string {
  const name = checks[index]?.name ?? ''
  const before = checks.slice(0, index).filter((check) => check.name === name).length
  return before === 0 ? name : `${name} ${before + 1}`
}

function prepareCheck(written: CheckUse, context: PrepareContext): Result<PreparedCheck> {
  const use = applyTemplate(written, context)
  if (!use.ok) return use
  const check = findCheck(use.value)
  if (!check.ok) return check
  const definition = check.value.prepareWith(use.value.parameters ?? {}, context)
  return definition.ok ? ok(assemble(use.value, check.value, definition.value)) : definition
}

function applyTemplate(use: CheckUse, { templates }: PrepareContext): Result<CheckUse> {
  if (use.template === undefined) return ok(use)
  const template = templates[use.template]
  if (template === undefined)
    return fail(
      createError('ASSAY-7010', { where: use.template, message: 'No check template has this name' }),
    )
  const { template: _, ...own } = use
  return ok({ ...template, ...own, parameters: { ...template.parameters, ...own.parameters } })
}

function findCheck({ check: id = '' }: CheckUse): Result<Check> {
  const found = checkDefinitions.find((each) => each.id === id)
  if (found !== undefined) return ok(found)
  const ids = checkDefinitions.map((each) => each.id)
  const nearest = nearestWord(id, ids)
  const fix = nearest === null ? {} : { fix: `did you mean ${nearest}?` }
  return fail(createError('ASSAY-7010', { where: id === '' ? 'a check without an id' : id, ...fix }))
}

function assemble(use: CheckUse, check: Check, definition: PreparedDefinition): PreparedCheck {
  const ready = { use, check, definition }
  const { corpus } = definition
  return {
    id: check.id,
    name: use.name ?? check.id,
    required: (use.required ?? true) && use.weight !== 0,
    weight: use.weight ?? 1,
    run: (checkCase, ports) => runCheck(ready, checkCase, ports),
    scoreCorpus: corpus === undefined ? null : (cases) => scoreCorpus(ready, corpus, cases),
  }
}

interface ReadyCheck {
  readonly use: CheckUse
  readonly check: Check
  readonly definition: PreparedDefinition
}

async function runCheck(
  { use, check, definition }: ReadyCheck,
  checkCase: CheckCase,
  ports: CheckPorts,
): Promise<CheckVerdict> {
  const id = checkCase.id ?? ''
  const input = readInput(checkCase, use.on)
  if (!input.ok) return toBrokenVerdict(id, input.error)
  const absent = input.value === null ? (use.on ?? 'answer') : findAbsent(input.value, check.reads)
  if (input.value === null || absent !== null)
    return toVerdict(id, { outcome: 'not-applicable', reason: `the case has no ${absent}` }, use, check)
  const found: Finding | Result<Finding> = await definition.run(input.value, ports)
  if (!('ok' in found)) return toVerdict(id, found, use, check)
  return found.ok ? toVerdict(id, found.value, use, check) : toBrokenVerdict(id, found.error)
}

/** Over the cases the check applies to. */
function scoreCorpus(
  { use, check }: ReadyCheck,
  corpus: CorpusScore,
  cases: readonly CheckCase[],
): CheckVerdict {
  const inputs = cases.flatMap((each) => {
    const input = readInput(each, use.on)
    if (!input.ok || input.value === null) return []
    return findAbsent(input.value, check.reads) === null ? [input.value] : []
  })
  return toVerdict('corpus', corpus(inputs), use, check)
}
