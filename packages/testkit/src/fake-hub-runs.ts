import type { RunTableName } from '@assay/contracts/hub'
import type { FakeAnswer, FakeHubRun, FakeHubState, FakeRequest } from './fake-hub-state.ts'

/** The endpoints of runs; `null`: it is none of them. */
export function answerRuns(state: FakeHubState, request: FakeRequest): FakeAnswer | null {
  const { id, params, body, query } = request
  const runId = params['runId'] ?? params['evaluationId'] ?? ''
  const run = state.runs.get(runId)
  switch (id) {
    case 'openRun': {
      const { manifest, origin } = body as unknown as Pick<FakeHubRun, 'manifest' | 'origin'>
      const made: FakeHubRun = run ?? { manifest, origin, rows: new Map(), status: 'running', error: null }
      made.status = 'running'
      state.runs.set(runId, made)
      return { status: 200, json: { evaluationId: runId, next: countRows(made) } }
    }
    case 'appendRows':
      return run === undefined ? notThere : append(run, body as unknown as Appended)
    case 'closeRun':
      if (run === undefined) return notThere
      Object.assign(run, { status: body['status'], error: body['error'] })
      return { status: 200, json: describe(state, runId, run) }
    case 'readRows': {
      if (run === undefined) return notThere
      const { table, from, limit } = query as unknown as { table: RunTableName; from: number; limit: number }
      const lines = run.rows.get(table) ?? []
      return {
        status: 200,
        text: lines
          .slice(from, from + limit)
          .map((line) => `${line}\n`)
          .join(''),
      }
    }
    case 'getEvaluation':
      return run === undefined
        ? notThere
        : {
            status: 200,
            json: {
              evaluation: describe(state, runId, run),
              summary: null,
              trust: '',
              manifest: run.manifest,
              reproduce: '',
            },
          }
    default:
      return null
  }
}

interface Appended {
  readonly table: RunTableName
  readonly from: number
  readonly rows: readonly unknown[]
}

/** Rows it has are passed over, a hole is refused. */
function append(run: FakeHubRun, { table, from, rows }: Appended): FakeAnswer {
  const lines = run.rows.get(table) ?? []
  run.rows.set(table, lines)
  if (from > lines.length)
    return {
      status: 409,
      json: { type: 'about:blank', title: 'A hole', status: 409, code: 'ASSAY-9009', requestId: 'r' },
    }
  for (const row of rows.slice(lines.length - from)) lines.push(JSON.stringify(row))
  return { status: 200, json: { next: lines.length } }
}

const tables = ['cases', 'contexts', 'units', 'attempts', 'verdicts', 'calls', 'candidates'] as const

const countRows = (run: FakeHubRun): Record<string, number> =>
  Object.fromEntries(tables.map((table) => [table, run.rows.get(table)?.length ?? 0]))

const notThere: FakeAnswer = {
  status: 404,
  json: { type: 'about:blank', title: 'No such run', status: 404, code: 'ASSAY-9003', requestId: 'r' },
}

const describe = (state: FakeHubState, id: string, run: FakeHubRun) => ({
  id,
  projectId: state.project.id,
  name: run.manifest.name,
  origin: run.origin,
  status: run.status,
  error: run.error,
})
