import type { AssayError, CallRow, ModelReply, TargetAnswer, UnitRow } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import { must } from '../must.ts'
import type { RunStore, RunTables } from '../ports/run-store.ts'
import { fail, ok, type Result } from '../result.ts'
import { askTarget } from './ask-target.ts'
import { callKey } from './call-key.ts'
import { callModel } from './call-model.ts'
import { holdsUnit } from './holds-unit.ts'
import { attemptKey, rowIdentity, type RecordedUnit } from './recorded-work.ts'
import type { RunMachinery } from './run-machinery.ts'
import type { UnitContext, UnitTable } from './run-work.ts'

/** One unit being worked on: its context, and its end. */
export interface UnitSession {
  readonly context: UnitContext
  /** The first failure that keeps the unit open. */
  readonly held: AssayError | null
  /** Writes what the unit recorded, then its own row: a unit that ended has all its rows. */
  end(row: UnitRow): Promise<void>
}

type PendingRow = { [T in UnitTable]: { readonly table: T; readonly row: RunTables[T] } }[UnitTable]

export function createUnitSession(
  machinery: RunMachinery,
  key: string,
  recorded: RecordedUnit | undefined,
): UnitSession {
  const asked = new Set<string>()
  const calls = new Map<string, Promise<Result<ModelReply>>>()
  const rows: PendingRow[] = []
  let held: AssayError | null = null
  const note = <T>(result: Result<T>): Result<T> => {
    if (!result.ok && holdsUnit(result.error)) held ??= result.error
    return result
  }

  const context: UnitContext = {
    signal: machinery.abort,
    ask: async (target, request) => {
      const question = attemptKey(request)
      must(
        asked.has(question) ? null : question,
        `a new case or repeat (${question} was asked in this unit before)`,
      )
      asked.add(question)
      const attempt = recorded?.attempts.get(question)
      if (attempt !== undefined) return replay<TargetAnswer>(attempt.answer, attempt.error)
      return note(await askTarget(machinery, key, { target, request }))
    },
    model: (model) => ({
      id: model.id,
      call: (request) => {
        const id = callKey(machinery.ports.hash, model, request)
        const running =
          calls.get(id) ??
          replayCall(recorded?.calls.get(id)) ??
          callModel(machinery, { unit: key, key: id, model, request })
        calls.set(id, running)
        return running.then(note)
      },
    }),
    record: (table, row) => {
      rows.push({ table, row } as PendingRow)
    },
  }
  return {
    context,
    get held() {
      return held
    },
    end: async (row) => {
      const unwritten = rows.filter((one) => recorded?.rows.has(rowIdentity(one.table, one.row)) !== true)
      await Promise.all(unwritten.map((one) => appendRow(machinery.store, one)))
      await machinery.store.append('units', row)
    },
  }
}

const appendRow = (store: RunStore, { table, row }: PendingRow): Promise<void> =>
  table === 'verdicts' ? store.append(table, row) : store.append(table, row)

const replayCall = (row: CallRow | undefined): Promise<Result<ModelReply>> | null =>
  row === undefined ? null : Promise.resolve(replay(row.reply, row.error))

const replay = <T>(value: T | null, error: AssayError | null): Result<T> =>
  value === null ? fail(error ?? createError('ASSAY-6001')) : ok(value)
