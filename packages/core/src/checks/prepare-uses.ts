import type { CheckCase, CheckUse, CheckVerdict } from '@assay/contracts'
import { fail, ok, type Result } from '../result.ts'
import type {
  Check,
  CheckInput,
  CheckNeed,
  CheckPorts,
  CorpusScore,
  Finding,
  NeededPart,
  PrepareContext,
  PreparedCheck,
  PreparedDefinition,
} from './check.ts'
import { applyTemplates, enterAll, type NamedChecks } from './apply-templates.ts'
import type { FindCheck } from './loading/load-checks.ts'
import { refuseUse } from './refuse-use.ts'
import { prepareList } from './prepare-list.ts'
import { findAbsent, readInput, replaceParts } from './read-input.ts'
import { toBrokenVerdict, toVerdict } from './to-verdict.ts'

/** Where checks are looked up: by id, and as named sets and templates. */
export interface KnownChecks extends NamedChecks {
  readonly find: FindCheck
}

/** Makes checks ready to judge; the first that is wrong stops all, before anything is asked. */
export const prepareUses = (
  uses: readonly CheckUse[],
  known: KnownChecks,
): Result<readonly PreparedCheck[]> => prepareList(uses, createContext(known, []))

/** `path`: the sets and templates this stands in, outermost first. `met`: takes the needs of what is prepared within. */
function createContext(
  known: KnownChecks,
  path: readonly string[],
  met: (needs: readonly CheckNeed[]) => void = () => undefined,
): PrepareContext {
  const { sets, templates } = known
  return {
    sets,
    templates,
    prepare(use, within) {
      const entered = enterAll(path, within === undefined ? [] : [within])
      if (!entered.ok) return entered
      const prepared = prepareCheck(use, known, entered.value)
      if (prepared.ok) met(prepared.value.needs)
      return prepared
    },
  }
}

function prepareCheck(written: CheckUse, known: KnownChecks, path: readonly string[]): Result<PreparedCheck> {
  const resolved = applyTemplates(written, known.templates)
  if (!resolved.ok) return resolved
  const { use, names } = resolved.value
  const entered = enterAll(path, names)
  if (!entered.ok) return entered
  const check = known.find(use.check ?? '')
  if (!check.ok) return check
  const refused = refuseUse(use, check.value)
  if (refused !== null) return fail(refused)
  const within: CheckNeed[] = []
  const context = createContext(known, entered.value, (needs) => within.push(...needs))
  const definition = check.value.prepareWith(use.parameters ?? {}, context)
  if (!definition.ok) return definition
  const needs = [...needsOf(use, check.value, definition.value), ...within]
  return ok(assemble({ use, check: check.value, definition: definition.value }, needs))
}

const neededByCost: Readonly<Record<Check['cost'], readonly NeededPart[]>> = {
  none: [],
  embeddings: ['embedder'],
  'local model': ['scorer'],
  'model calls': ['model'],
  'your code': ['user code'],
}

function needsOf(use: CheckUse, check: Check, { needs }: PreparedDefinition): readonly CheckNeed[] {
  const model = use.parameters?.['model']
  const named = typeof model === 'string' ? { model } : {}
  return (needs ?? neededByCost[check.cost]).map((what) => ({ what, check: use.name ?? check.id, ...named }))
}

function assemble(ready: ReadyCheck, needs: readonly CheckNeed[]): PreparedCheck {
  const { use, check, definition } = ready
  const { corpus } = definition
  return {
    id: check.id,
    name: use.name ?? check.id,
    required: (use.required ?? true) && use.weight !== 0,
    weight: use.weight ?? 1,
    better: ((check.better ?? 'higher') === 'higher') === (use.not ?? false) ? 'lower' : 'higher',
    needs,
    ...(use.on === undefined ? {} : { on: use.on }),
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
  const input = readInput(replaceParts(checkCase, use.given), use.on)
  if (!input.ok) return toBrokenVerdict(id, input.error)
  const absent = input.value === null ? (use.on ?? 'answer') : findAbsent(input.value, check.reads)
  if (input.value === null || absent !== null)
    return toVerdict(id, { outcome: 'not-applicable', reason: `the case has no ${absent}` }, use, check)
  if (ports.elsewhere !== null && check.isHeavy?.(input.value, ports) === true)
    return ports.elsewhere(withoutReach(use), toWholeCase(id, input.value))
  const found: Finding | Result<Finding> = await definition.run(input.value, ports)
  if (!('ok' in found)) return toVerdict(id, found, use, check)
  return found.ok ? toVerdict(id, found.value, use, check) : toBrokenVerdict(id, found.error)
}

/** What a heavy check reads: the selected part stands for the answer. */
function toWholeCase(id: string, { text, references, case: { task, source } }: CheckInput): CheckCase {
  return {
    id,
    answer: text,
    references: [...references],
    ...(task === undefined ? {} : { task }),
    ...(source === undefined ? {} : { source }),
  }
}

/** The use for a case that holds the selected part and the given references already. */
function withoutReach(use: CheckUse): CheckUse {
  const { on: _, given: __, ...rest } = use
  return rest
}

/** Over the cases the check applies to. */
function scoreCorpus(
  { use, check }: ReadyCheck,
  corpus: CorpusScore,
  cases: readonly CheckCase[],
): CheckVerdict {
  const inputs = cases.flatMap((each) => {
    const input = readInput(replaceParts(each, use.given), use.on)
    if (!input.ok || input.value === null) return []
    return findAbsent(input.value, check.reads) === null ? [input.value] : []
  })
  return toVerdict('corpus', corpus(inputs), use, check)
}
