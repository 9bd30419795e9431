import { describe, expect, it, test } from 'vitest'
import { checkDefinitions } from './check-definitions.ts'
import { createCheckPorts } from '@assay/testkit'
import { prepareChecks } from './prepare-checks.ts'

test('given parts stand in the place of the case’s own', async () => {
  const exact = prepareChecks([{ check: 'exact-match', given: { references: ['Lyon'] } }])
  const bare = prepareChecks([{ check: 'exact-match' }])
  const run = (prepared: typeof exact, parts: object) =>
    prepared.ok ? prepared.value[0]?.run({ answer: 'Lyon', ...parts }, createCheckPorts()) : null
  expect(await run(exact, { reference: 'Paris', references: ['Rome'] })).toMatchObject({
    outcome: 'pass',
    score: 1,
  })
  expect(await run(bare, { reference: 'Paris', references: ['Rome'] })).toMatchObject({ score: 0 })
  expect(await run(exact, {})).toMatchObject({ score: 1 })
  expect(await run(bare, {})).toMatchObject({ outcome: 'not-applicable' })
})

test('every id is kebab-case and stands once', () => {
  const ids = checkDefinitions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
})

describe.each(checkDefinitions.map((check) => [check.id, check] as const))('%s', (id, { examples }) => {
  it.each(examples)(
    'gives $outcome in its example',
    async ({ case: checkCase, parameters, use, checkSets = {}, modelReplies, outcome, score }) => {
      const prepared = prepareChecks([{ check: id, ...use, ...(parameters && { parameters }) }], {
        sets: checkSets,
      })
      expect(prepared).toMatchObject({ ok: true })
      const [check] = prepared.ok ? prepared.value : []
      const verdict = await check?.run(checkCase, createCheckPorts(modelReplies))
      expect(verdict).toMatchObject({ outcome })
      if (score !== undefined) expect(verdict?.score).toBeCloseTo(score, 6)
    },
  )

  it('has an example that passes and one that fails', () => {
    const outcomes = examples.map(({ outcome }) => outcome)
    expect(outcomes).toContain('pass')
    expect(outcomes).toContain('fail')
  })

  it('refuses a parameter it does not know, by name', () => {
    const [{ parameters = {}, use } = {}] = examples
    const prepared = prepareChecks([{ check: id, ...use, parameters: { ...parameters, nosuchthing: 1 } }])
    expect(prepared).toMatchObject({ ok: false, error: { code: 'ASSAY-7011' } })
  })
})
