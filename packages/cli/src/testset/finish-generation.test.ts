import type { AssayError } from '@assay/contracts'
import { createError, ok } from '@assay/core'
import type { GenerationOutcome } from '@assay/core/testsets'
import { expect, test } from 'vitest'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'
import { finishGeneration } from './finish-generation.ts'

const noCalls = { calls: 0, cached: 0, failed: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 }
const made = (parts: Partial<GenerationOutcome>): GenerationOutcome => ({
  run: { state: 'finished', reason: null, counts: { total: 1, done: 1, failed: 0, left: 0 } } as never,
  cases: [],
  shortfall: [],
  candidates: 0,
  rejected: [],
  spare: 0,
  rounds: 1,
  calls: { ...noCalls, perQuestion: { calls: null, tokens: null, costUsd: null } },
  ...parts,
})
const short = (type: 'simple' | 'complex' | 'double', ...reasons: string[]) => ({
  type,
  asked: 2,
  delivered: 0,
  reasons,
})
const refusal = async (
  parts: Partial<GenerationOutcome>,
  errors: readonly (AssayError | undefined)[] = [],
) => {
  async function* rows() {
    yield* errors.map((error, index) => ({ key: String(index), error }))
  }
  const done = await finishGeneration(
    { runs: { read: async () => ok({ rows }) } } as unknown as Workspace,
    { name: 'g', outcome: made(parts), out: 'x.jsonl', kept: [] },
    {} as CommandContext,
  )
  return done.ok ? null : done.error
}

test('where nothing could be made, the reasons stand by type and the remedy does not send the reader after them', async () => {
  const shortfall = [
    short('simple', '3 candidates were made', '3 rejected by answer-not-leaked'),
    short('complex', 'no candidate could be made'),
    short('double', 'no candidate could be made'),
  ]
  const rejected = [{ by: 'answer-not-leaked', count: 3 }]
  const error = await refusal({ shortfall, candidates: 3, rejected })
  expect(error).toMatchObject({
    code: 'ASSAY-3003',
    where:
      'simple: 3 candidates were made, 3 rejected by answer-not-leaked; complex, double: no candidate could be made',
  })
  expect(error?.fix).toContain('answer-not-leaked')
  const nothing = await refusal({ shortfall: shortfall.slice(1) })
  expect(nothing?.fix).toContain('--generator model')
})

test('where every unit failed the first failure is told, with its exit code; where one did not, the reasons', async () => {
  const unreachable = createError('ASSAY-5002', { where: 'a:b' })
  const refused = await refusal({}, [unreachable, createError('ASSAY-5003')])
  expect(refused).toMatchObject({ code: 'ASSAY-5002', where: 'a:b', so: 'no question was written' })
  expect((await refusal({}, [unreachable, undefined]))?.code).toBe('ASSAY-3003')
})
