import type { QuestionType } from '@assay/contracts'
import { buildServiceKnowledgeBase, sha256 } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { createSearchIndex } from '../../knowledge/search.ts'
import type { GenerationOptions } from '../generator.ts'
import { modelTypes } from './model-generator-version.ts'
import type { ModelUnit } from './model-unit.ts'
import { planUnits } from './plan-units.ts'

const knowledgeBase = buildServiceKnowledgeBase(20, 5)
const parts = { knowledgeBase, index: createSearchIndex(knowledgeBase), hash: sha256 }

function plan(
  wanted: readonly (readonly [QuestionType, number])[],
  options: Partial<GenerationOptions> = {},
  earlier: readonly ModelUnit[] = [],
) {
  const request = {
    round: earlier.length === 0 ? 0 : 1,
    wanted: new Map(wanted),
    yields: new Map<QuestionType, number>(),
  }
  return planUnits({ ...request, options: { questions: 60, seed: 1, ...options } }, earlier, parts)
}

const neighbourhoodsOf = (units: readonly ModelUnit[]) =>
  units.flatMap(({ neighbourhoods }) => neighbourhoods)
const sourcesOf = (units: readonly ModelUnit[]) =>
  new Set(neighbourhoodsOf(units).flatMap(({ passages }) => passages.map(({ chunk }) => chunk.source)))

describe('the plan of the model generator', () => {
  const all = modelTypes.map((type) => [type, 6] as const)

  it('makes more candidates than are wanted, of each type', () => {
    const made = new Map<QuestionType, number>()
    for (const { type, count } of neighbourhoodsOf(plan(all))) made.set(type, (made.get(type) ?? 0) + count)
    for (const type of modelTypes) expect(made.get(type)).toBeGreaterThanOrEqual(10)
  })

  it('puts no document twice into a unit', () => {
    for (const { neighbourhoods } of plan(all)) {
      const documents = neighbourhoods.flatMap(({ passages }) => [
        ...new Set(passages.map(({ chunk }) => chunk.documentId)),
      ])
      expect(new Set(documents).size).toBe(documents.length)
    }
  })

  it('uses no passage twice for a type, in no round', () => {
    const first = plan([['simple', 30]])
    const second = plan([['simple', 30]], {}, first)
    const ids = neighbourhoodsOf([...first, ...second]).flatMap(({ passages }) =>
      passages.map(({ chunk }) => chunk.id),
    )
    expect(second.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives multi-hop questions two passages of two documents', () => {
    for (const { passages } of neighbourhoodsOf(plan([['multi-hop', 6]])))
      expect(new Set(passages.map(({ chunk }) => chunk.documentId)).size).toBe(2)
  })

  it('spreads over the documents', () => {
    expect(sourcesOf(plan([['simple', 12]])).size).toBeGreaterThanOrEqual(5)
  })

  it('keeps to the sources, the languages and the topics that were asked for', () => {
    expect(sourcesOf(plan([['simple', 6]], { sources: ['services/3.md'] }))).toEqual(
      new Set(['services/3.md']),
    )
    expect(sourcesOf(plan([['simple', 6]], { sources: ['services'] })).size).toBeGreaterThan(1)
    expect(plan([['simple', 6]], { topics: ['none'] })).toEqual([])
    const languages = neighbourhoodsOf(plan([['simple', 12]], { languages: ['de', 'fr'] })).map(
      ({ language }) => language,
    )
    expect(new Set(languages)).toEqual(new Set(['de', 'fr']))
  })

  it('is the same for the same seed, another for another', () => {
    expect(plan(all)).toEqual(plan(all))
    expect(plan(all).map(({ key }) => key)).not.toEqual(plan(all, { seed: 2 }).map(({ key }) => key))
  })
})
