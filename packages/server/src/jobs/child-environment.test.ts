import { expect, test } from 'vitest'
import { childEnvironment } from './child-environment.ts'

const parts = {
  settings: {
    allowAddresses: ['10.0.0.0/8', 'models.internal'],
    allowLocalTargets: false,
    workerEnvironment: { PATH: '/bin' },
  },
  hubUrl: 'http://127.0.0.1:7777',
  projectId: 'project',
  runId: 'run',
  hubKey: 'assay_key',
  secrets: {
    OPENAI_API_KEY: 'sk',
    NODE_OPTIONS: '--require /tmp/x',
    PATH: '/tmp',
    ASSAY_REMOTE_ONLY: '0',
    ld_preload: 'x',
  },
}

test('a process gets its secrets and its bounds, and no secret can move a bound', () => {
  expect(childEnvironment(parts)).toEqual({
    PATH: '/bin',
    OPENAI_API_KEY: 'sk',
    NODE_OPTIONS: '--max-old-space-size=1024',
    NO_COLOR: '1',
    ASSAY_HUB_URL: 'http://127.0.0.1:7777',
    ASSAY_HUB_PROJECT: 'project',
    ASSAY_HUB_KEY: 'assay_key',
    ASSAY_RUN_ID: 'run',
    ASSAY_STOP_WITH_INPUT: '1',
    ASSAY_BLOCK_PRIVATE_ADDRESSES: '1',
    ASSAY_ALLOW_ADDRESSES: '10.0.0.0/8,models.internal',
    ASSAY_REMOTE_ONLY: '1',
  })
})

test('where local targets are allowed, they may run', () => {
  const settings = { ...parts.settings, allowLocalTargets: true }
  expect(childEnvironment({ ...parts, settings })).not.toHaveProperty('ASSAY_REMOTE_ONLY')
})
