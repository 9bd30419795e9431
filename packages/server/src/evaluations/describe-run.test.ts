import { describe, expect, it } from 'vitest'
import { InvalidRequest } from '../http/read-request.ts'
import { describeRun } from './describe-run.ts'
import { sampleRun } from './fixtures/sample-run.ts'

const { manifest } = sampleRun({ id: '01930000-0000-7000-8000-000000000001', cases: 3 })
const withConfiguration = (parts: Record<string, unknown>) => ({
  ...manifest,
  configuration: { ...manifest.configuration, ...parts },
})

describe('what a run says of itself', () => {
  it('is taken from its manifest', () => {
    expect(describeRun(manifest)).toMatchObject({
      name: 'assistant-1',
      target: { name: 'assistant', version: '1' },
      testSet: { name: 'questions', hash: 'abcdef0123456789', cases: 3 },
      judge: { id: 'rules', version: '1' },
      checks: ['limit'],
      repeats: 1,
      startedAt: '2026-11-20T10:00:00.000Z',
    })
  })

  it('is cut and cleaned where a database could not keep it', () => {
    expect(
      describeRun({ ...manifest, name: `\0${'x'.repeat(300)}`, createdAt: '+275760-09-13T00:00:00.000Z' }),
    ).toMatchObject({
      name: 'x'.repeat(120),
      startedAt: null,
    })
    expect(describeRun({ ...manifest, name: ' \0 ' }).name).toBe('unnamed')
  })

  it.each([
    ['a generation', { ...manifest, kind: 'generation' as const }, '/manifest/kind'],
    [
      'a configuration of something else',
      withConfiguration({ judge: 'me' }),
      '/manifest/configuration/judge',
    ],
    [
      'more questions than anybody asks',
      withConfiguration({ repeats: 2 ** 40 }),
      '/manifest/configuration/testSet/cases',
    ],
  ])('is refused for %s, and the field is named', (_, given, pointer) => {
    const refused = (): unknown => describeRun(given)
    expect(refused).toThrow(InvalidRequest)
    try {
      refused()
    } catch (error) {
      expect(error).toMatchObject({ fields: [{ pointer }] })
    }
  })
})
