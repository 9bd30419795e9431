import type { AttemptRow, CallRow, TestCase, UnitRow, VerdictRow } from '@assay/contracts'
import type { RunTable, RunTables } from '@assay/core'

/** Of the column; what a run states beyond it stands in its row alone. */
const maxRepeat = 2 ** 32 - 1

/** Characters of a text in rows that lists and charts read. */
const shownLength = 200

/** What stands beside a row of a run, so that it is found without being read. */
export interface RowColumns {
  readonly about: string
  readonly state: string
  readonly cost_usd: number | null
  readonly text: string
}

/** The columns of `run_rows` that follow from a row. */
export function toRowColumns<T extends RunTable>(table: T, row: RunTables[T]): RowColumns {
  const columns: { readonly [K in RunTable]: (row: RunTables[K]) => Partial<RowColumns> } = {
    cases: ({ id, question }: TestCase) => ({ about: id, text: question }),
    contexts: ({ id }) => ({ about: id }),
    units: ({ key, status }: UnitRow) => ({ about: key, state: status }),
    attempts: ({ caseId, answer }: AttemptRow) => ({
      about: caseId,
      text: answer?.text ?? '',
      cost_usd: answer?.costUsd ?? null,
    }),
    verdicts: ({ caseId }: VerdictRow) => ({ about: caseId }),
    calls: ({ cached, costUsd }: CallRow) => ({ cost_usd: cached ? null : costUsd }),
    candidates: ({ caseId }) => ({ about: caseId ?? '' }),
  }
  return { about: '', state: '', cost_usd: null, text: '', ...columns[table](row) }
}

/** The row of `attempts` that follows from one of a run. */
export const toAttemptColumns = ({ unit, caseId, repeat, answer, error }: AttemptRow) => ({
  case_id: caseId,
  repeat: Math.min(repeat, maxRepeat),
  unit,
  answer: cutText(answer?.text ?? ''),
  error_code: error?.code ?? '',
  latency_ms: answer?.latencyMs ?? null,
  cost_usd: answer?.costUsd ?? null,
  input_tokens: answer?.usage?.input ?? null,
  output_tokens: answer?.usage?.output ?? null,
  model: answer?.returnedModel ?? '',
})

/** The row of `verdicts` that follows from one of a run. */
export const toVerdictColumns = ({
  unit,
  caseId,
  repeat,
  check,
  outcome,
  label,
  score,
  required,
}: VerdictRow) => ({
  case_id: caseId,
  repeat: Math.min(repeat, maxRepeat),
  check_name: check,
  unit,
  outcome,
  label: label ?? '',
  score: score ?? null,
  required: required ?? null,
})

/** Cut between characters, never within one. */
export function cutText(text: string, length = shownLength): string {
  if (text.length <= length) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 2)) ? length - 2 : length - 1
  return `${text.slice(0, end)}…`
}
