import { buildTestCase, sha256 } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import type { CorrectnessLabel, Judge } from '../judge.ts'
import { assembleJudge } from './assemble-judge.ts'
import { createCascadeJudge, recheckShare } from './create-cascade-judge.ts'
import { createPanelJudge } from './create-panel-judge.ts'
import { parseJudge } from './parse-judge.ts'

type Said = CorrectnessLabel | 'broken' | 'pending'

/** A judge that says the same of every answer, and how often it was asked. */
function says(id: string, said: Said): Judge & { readonly asked: () => number } {
  let asked = 0
  return {
    id,
    version: `${id}@1`,
    kind: id === 'rules' ? 'rules' : 'model',
    asked: () => asked,
    judge: async () => {
      asked += 1
      if (said === 'broken') return fail(createError('ASSAY-5010'))
      if (said === 'pending') return fail(createError('ASSAY-5001'))
      const outcome = said === 'not-judged' ? said : said === 'correct' ? 'pass' : 'fail'
      return ok([{ check: 'correctness', outcome, label: said, score: null, reason: `${id} says so.` }])
    },
  }
}

const input = (text = 'It is 5.') => ({ testCase: buildTestCase(), answer: { text, latencyMs: 1 } })
const none = { models: () => null }
const labelOf = async (judge: Judge) => {
  const result = await judge.judge(input(), none)
  return result.ok ? result.value[0]?.label : result.error.code
}

describe('a panel', () => {
  it.each<readonly [readonly Said[], string]>([
    [['correct', 'incorrect', 'correct'], 'correct'],
    [['correct', 'incorrect'], 'not-judged'],
    [['correct', 'incorrect', 'not-judged'], 'not-judged'],
    [['correct', 'correct', 'broken'], 'correct'],
    [['correct', 'broken', 'broken'], 'ASSAY-5010'],
    [['correct', 'incorrect', 'not-judged', 'broken'], 'not-judged'],
    [['broken', 'broken'], 'ASSAY-5010'],
    [['correct', 'correct', 'pending'], 'ASSAY-5001'],
  ])('of %j says %s', async (said, expected) => {
    expect(await labelOf(createPanelJudge(said.map((each, index) => says(`m${index}`, each))))).toBe(expected)
  })

  it('says how many agreed, or how the votes fell', async () => {
    const agreed = await createPanelJudge([
      says('a', 'correct'),
      says('b', 'correct'),
      says('c', 'incorrect'),
    ]).judge(input(), none)
    expect(agreed).toMatchObject({ value: [{ reason: 'a says so. (2 of 3 votes)' }] })
    const split = await createPanelJudge([says('a', 'correct'), says('b', 'incorrect')]).judge(input(), none)
    expect(split).toMatchObject({ value: [{ reason: 'No majority of 2 votes: correct 1, incorrect 1.' }] })
  })
})

describe('a cascade', () => {
  it('asks the next judge only where the earlier one did not judge or broke', async () => {
    for (const [first, expected, asked] of [
      ['incorrect', 'incorrect', 0],
      ['not-judged', 'correct', 1],
      ['broken', 'correct', 1],
    ] as const) {
      const strong = says('strong', 'correct')
      const judge = createCascadeJudge([says('rules', first), strong], () => 'f'.repeat(64))
      const result = await judge.judge(input(), none)
      expect(result).toMatchObject({
        value: [{ label: expected, by: expected === 'correct' ? 'strong' : 'rules' }],
      })
      expect(strong.asked()).toBe(asked)
    }
  })

  it('waits with the one that is pending, and fails where all broke', async () => {
    const judge = (...said: readonly Said[]) =>
      createCascadeJudge(
        said.map((each, index) => says(`m${index}`, each)),
        sha256,
      )
    expect(await labelOf(judge('not-judged', 'pending'))).toBe('ASSAY-5001')
    expect(await labelOf(judge('broken', 'broken'))).toBe('ASSAY-5010')
    expect(await labelOf(judge('not-judged', 'broken'))).toBe('ASSAY-5010')
    expect(await labelOf(judge('broken', 'not-judged'))).toBe('ASSAY-5010')
    expect(await labelOf(judge('broken', 'correct'))).toBe('correct')
  })

  it('asks the last judge again about one in twenty of what was decided before it, and keeps its word beside', async () => {
    const strong = says('strong', 'correct')
    const judge = createCascadeJudge([says('rules', 'incorrect'), strong], sha256)
    let rechecked = 0
    const silent = createCascadeJudge([says('rules', 'not-judged'), says('m', 'not-judged')], () =>
      '0'.repeat(64),
    )
    expect(await silent.judge(input(), none)).not.toHaveProperty('value.0.recheck')
    for (let index = 0; index < 2000; index += 1) {
      const result = await judge.judge(input(`It is ${index}.`), none)
      const [judgement] = result.ok ? result.value : []
      expect(judgement?.label).toBe('incorrect')
      if (judgement?.recheck !== undefined) rechecked += 1
      if (judgement?.recheck !== undefined)
        expect(judgement.recheck).toEqual({ by: 'strong', label: 'correct' })
    }
    expect(rechecked).toBe(strong.asked())
    expect(rechecked / 2000).toBeGreaterThan(recheckShare / 2)
    expect(rechecked / 2000).toBeLessThan(recheckShare * 2)
  })
})

describe('the name of a judge', () => {
  it.each([
    ['rules', [[{ id: 'rules', votes: 1 }]]],
    ['openai:m*3', [[{ id: 'openai:m', votes: 3 }]]],
    [
      'rules then a:b, c:d',
      [
        [{ id: 'rules', votes: 1 }],
        [
          { id: 'a:b', votes: 1 },
          { id: 'c:d', votes: 1 },
        ],
      ],
    ],
  ])('%s is read', (text, plan) => {
    expect(parseJudge(text)).toEqual(ok(plan))
  })

  it.each([
    '',
    'a:b,',
    'rules*2',
    'a:b*0',
    'a:b*16',
    'none then rules',
    'a b',
    'rules, rules',
    'a:b, a:b',
    'rules then rules',
    'a:b then rules then a:b',
  ])('%j is refused', (text) => {
    expect(parseJudge(text)).toMatchObject({ ok: false, error: { code: 'ASSAY-1001' } })
  })

  it('makes judges whose version tells them apart', () => {
    const versions = ['rules', 'a:b', 'a:b*2', 'a:b*3', 'rules then a:b', 'a:b, c:d'].map((text) => {
      const plan = parseJudge(text)
      const judge = assembleJudge(plan.ok ? plan.value : [], sha256)
      return `${judge.id} ${judge.version}`
    })
    expect(new Set(versions).size).toBe(versions.length)
  })
})
