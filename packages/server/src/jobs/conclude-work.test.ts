import type { AssayError } from '@assay/contracts'
import type { Evaluation } from '@assay/contracts/hub'
import { expect, test } from 'vitest'
import { concludeWork } from './conclude-work.ts'
import type { EvaluationWork, Settlement } from './evaluation-jobs.ts'
import type { ChildEnd } from './run-child.ts'

const id = '019b0000-0000-7000-8000-000000000001'
const work = { id } as EvaluationWork

interface Case {
  readonly end: Partial<ChildEnd>
  /** Where the evaluation stands when its process ended. */
  readonly stands?: Evaluation['status']
  readonly stopped?: 'stopped' | 'lost'
  readonly crashes?: number
}

async function conclude({ end, stands = 'running', stopped, crashes = 0 }: Case) {
  const settled: Settlement[] = []
  const looked: string[] = []
  const evaluations = {
    read: async () => ({ ...work, status: stands }),
    settle: async (_: string, settlement: Settlement) => void settled.push(settlement),
  }
  const stop = new AbortController()
  if (stopped !== undefined) stop.abort()
  const conclusion = await concludeWork(
    { evaluations: evaluations as never, lookAgain: async (each) => void looked.push(each) },
    work,
    {
      end: { code: 0, output: '', errors: '', outgrown: false, ...end },
      control: { order: { do: 'run' }, signal: stop.signal, why: async () => stopped ?? 'lost' },
      crashes,
    },
  )
  return { ...conclusion, settled: settled.map(({ status, error }) => [status, error?.code ?? null]), looked }
}

const said = (error: Partial<AssayError>) => ({ output: `${JSON.stringify({ error })}\n` })

test('a run that said it is finished is finished, whatever its gates say', async () => {
  for (const code of [0, 1, 3])
    expect(await conclude({ end: { code }, stands: 'finished' })).toMatchObject({
      isFinished: true,
      again: null,
      settled: [],
    })
})

test('one whose rows are not there yet sends them again, and is given up after the third time', async () => {
  expect(await conclude({ end: { code: 0 } })).toMatchObject({ again: expect.any(String), crashes: 1 })
  expect(await conclude({ end: { code: 0 }, crashes: 2 })).toMatchObject({
    again: null,
    settled: [['failed', 'ASSAY-9021']],
  })
})

test('a process that died is tried again, three times without getting on', async () => {
  for (const code of [null, 70, 137])
    expect(await conclude({ end: { code } })).toMatchObject({
      again: 'its process died',
      crashes: 1,
      settled: [],
    })
  const given = await conclude({ end: { code: null, outgrown: true }, crashes: 2 })
  expect(given).toMatchObject({ again: null, settled: [['failed', 'ASSAY-9021']] })
})

test('what it was refused for is what it failed with', async () => {
  const end = { code: 2, ...said({ code: 'ASSAY-1005', message: 'A needed secret is not set' }) }
  expect(await conclude({ end })).toMatchObject({ again: null, settled: [['failed', 'ASSAY-1005']] })
  const broken = await conclude({ end: { code: 3, errors: 'a\nsomething odd\n' } })
  expect(broken).toMatchObject({ settled: [['failed', 'ASSAY-9021']] })
})

test('a hub that was away is no failure of the evaluation', async () => {
  const end = { code: 3, ...said({ code: 'ASSAY-9014', message: 'The hub could not be reached' }) }
  expect(await conclude({ end })).toMatchObject({ again: 'the hub did not answer', settled: [] })
})

test('the budget stops it, a batch makes it wait, and a person stops it for good', async () => {
  const spent = { code: 4, ...said({ code: 'ASSAY-6005', message: 'The budget would be exceeded' }) }
  expect(await conclude({ end: spent })).toMatchObject({ again: null, settled: [['stopped', 'ASSAY-6005']] })
  const waits = { code: 5, ...said({ code: 'ASSAY-5001', message: 'Answers are pending' }) }
  expect(await conclude({ end: waits })).toMatchObject({ settled: [['pending', 'ASSAY-5001']], looked: [id] })
  expect(await conclude({ end: { code: 130 }, stopped: 'stopped' })).toMatchObject({
    again: null,
    settled: [['stopped', null]],
  })
})

test('one that another worker has, or whose hub stops, is left as it is', async () => {
  for (const code of [130, null, 0])
    expect(await conclude({ end: { code }, stopped: 'lost' })).toMatchObject({
      again: expect.any(String),
      crashes: 0,
      settled: [],
    })
})
