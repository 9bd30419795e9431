import { expect, it } from 'vitest'
import { buildTestCase } from '@assay/testkit'
import { pickByType } from './pick-demo-cases.ts'

const cases = Array.from({ length: 60 }, (_, index) =>
  buildTestCase({
    id: `c${index}`,
    type: index % 2 === 0 ? 'simple' : 'distracting',
    topic: `d${index < 40 ? 0 : index % 10}`,
  }),
)
const documentOf = ({ topic }: { topic: string | null }) => topic ?? ''

it('draws so many of each type, by the seed, in the order of the set', () => {
  const picked = pickByType(cases, { simple: 7, distracting: 5 }, { seed: 7, documentOf })
  expect(picked.map(({ type }) => type).filter((type) => type === 'simple')).toHaveLength(7)
  expect(picked).toHaveLength(12)
  expect(picked).toEqual(cases.filter((each) => picked.includes(each)))
  expect(picked).toEqual(pickByType(cases, { simple: 7, distracting: 5 }, { seed: 7, documentOf }))
  expect(picked).not.toEqual(pickByType(cases, { simple: 7, distracting: 5 }, { seed: 8, documentOf }))
})

it('asks about every document before it asks about one again', () => {
  const picked = pickByType(cases, { simple: 5, distracting: 5 }, { seed: 7, documentOf })
  expect(new Set(picked.map(documentOf)).size).toBe(10)
})

it('asks about a document of weight 2 twice as often', () => {
  const weightOf = (document: string) => (document === 'd0' ? 2 : 1)
  const picked = pickByType(cases, { simple: 11, distracting: 11 }, { seed: 7, documentOf, weightOf })
  expect(picked.filter((each) => documentOf(each) === 'd0')).toHaveLength(4)
})

it('gives what there is where there is too little', () => {
  expect(pickByType(cases, { simple: 100 }, { seed: 7, documentOf })).toHaveLength(30)
})
