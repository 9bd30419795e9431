import { describe, expect, it, test } from 'vitest'
import { prepareChecks } from '@assay/core/checks'
import { parseTestSet } from '@assay/core/testsets/format'
import { parseConfiguration } from './load-configuration.ts'
import { useCaseIds } from './use-case-ids.ts'
import { useCasePacks } from './use-case-packs.data.ts'
import { writeChecks, writeExamples } from './write-use-case.ts'

test('the ids of the option are those of the packs', () => {
  expect(useCasePacks.map(({ id }) => id)).toEqual([...useCaseIds])
})

describe.each(useCasePacks.map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
  it('names checks that exist, with parameters they take', () => {
    const own = pack.examples.flatMap(({ checks = [] }) => checks)
    expect(prepareChecks([...pack.checks, ...own])).toMatchObject({ ok: true })
  })

  it('writes a valid configuration and valid example cases', () => {
    const configuration = parseConfiguration(`judge: ${pack.judge}\n${writeChecks(pack)}`, 'assay.yaml')
    expect(configuration.ok && configuration.value.checks).toEqual(pack.checks)
    expect(parseTestSet(writeExamples(pack), 'examples.jsonl')).toMatchObject({ ok: true })
  })
})
