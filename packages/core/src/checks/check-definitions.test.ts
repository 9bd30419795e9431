import type { CheckUse } from '@assay/contracts'
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

describe('names of checks', () => {
  const namesOf = (...uses: readonly CheckUse[]) => {
    const prepared = prepareChecks(uses)
    return prepared.ok ? prepared.value.map(({ name }) => name) : prepared.error
  }
  const contains = { check: 'contains', parameters: { phrases: 'a' } }

  it('are numbered where they stand twice, and never the same', () => {
    expect(namesOf(contains, contains, contains)).toEqual(['contains', 'contains 2', 'contains 3'])
    expect(namesOf(contains, { ...contains, name: 'contains 2' }, contains)).toEqual([
      'contains',
      'contains 2',
      'contains 3',
    ])
    expect(namesOf({ ...contains, name: 'x' }, { ...contains, name: 'x' })).toEqual(['x', 'x 2'])
  })
})

const rubric = {
  criterion: 'Tone',
  levels: [
    { score: 1, description: 'rude' },
    { score: 2, description: 'polite' },
  ],
}

describe('what checks need', () => {
  const needsOf = (use: CheckUse, named: Parameters<typeof prepareChecks>[1] = {}) => {
    const prepared = prepareChecks([use], named)
    return prepared.ok ? prepared.value[0]?.needs : prepared.error
  }

  it('hangs on their parameters', () => {
    expect(needsOf({ check: 'rubric', parameters: rubric })).toEqual([{ what: 'model', check: 'rubric' }])
    expect(needsOf({ check: 'correctness' })).toMatchObject([{ what: 'optional model' }])
    expect(needsOf({ check: 'correctness', parameters: { judge: 'rules' } })).toEqual([])
    expect(needsOf({ check: 'citation-accuracy', parameters: { support: false } })).toEqual([])
    expect(needsOf({ check: 'bias' })).toEqual([{ what: 'detector', check: 'bias' }])
    expect(needsOf({ check: 'toxicity' })).toEqual([])
  })

  it('is found within sets, lists and templates', () => {
    const tone = { check: 'rubric', name: 'tone', parameters: rubric }
    const named = { sets: { own: [tone] }, templates: { tone } }
    expect(needsOf({ check: 'set', parameters: { set: 'own' } }, named)).toEqual([
      { what: 'model', check: 'tone' },
    ])
    const list = {
      check: 'all-of',
      parameters: { checks: [{ template: 'tone', parameters: { model: 'a:b' } }] },
    }
    expect(needsOf(list, named)).toEqual([{ what: 'model', check: 'tone', model: 'a:b' }])
  })
})
