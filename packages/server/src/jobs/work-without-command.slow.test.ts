import { buildTestCase } from '@assay/testkit'
import { expect, test } from 'vitest'
import { openWorkHub, until } from './fixtures/work-hub.ts'

test('a command line that cannot be started is told after three tries', async () => {
  const hub = await openWorkHub({ command: ['/nowhere/assay'] })
  try {
    await hub.startJobs()
    const set = await hub.makeTestSet([buildTestCase()])
    const connection = { kind: 'openai', url: 'http://127.0.0.1:9/v1', model: 'bot' }
    const targetId = await hub.makeDocument('target', 'Any', { connection })
    const { id } = await hub.start({ targetId, testSetIds: [set] })
    await until(async () => (await hub.read(id)).evaluation.status === 'failed', 90)
    expect((await hub.read(id)).evaluation.error).toMatchObject({
      code: 'ASSAY-9021',
      message: 'The process of the evaluation died 3 times in a row',
    })
  } finally {
    await hub.close()
  }
})
