import { expect, it } from 'vitest'
import { trainLinearModel } from '../../../../../tools/training/train-linear-model.ts'
import { openLinearModel } from './linear-model.ts'

const fruit = ['ripe apple', 'sweet pear', 'apple and pear', 'a ripe pear', 'sweet apple pie', 'pear cake']
const tools = ['steel hammer', 'long nail', 'hammer and nail', 'a steel nail', 'long hammer arm', 'nail box']
const rows = [
  ...fruit.map((text) => ({ text, label: 1 as const })),
  ...tools.map((text) => ({ text, label: 0 as const })),
]
const options = {
  settings: { bits: 12, words: [1, 2], characters: [3, 4] },
  penalty: 1e-3,
} as const

const model = openLinearModel(trainLinearModel(rows, options))

it('scores texts like those it was trained on, from 0 to 1', () => {
  expect(model.score('an apple and a sweet pear')).toBeGreaterThan(0.7)
  expect(model.score('a hammer, a steel nail')).toBeLessThan(0.3)
})

it('gives the log odds of its score', () => {
  const score = model.score('pear hammer')
  expect(model.logit('pear hammer')).toBeCloseTo(Math.log(score / (1 - score)), 10)
})

it('is the same each time it is trained', () => {
  expect(trainLinearModel(rows, options)).toEqual(trainLinearModel(rows, options))
})

it('leans to the side whose rows weigh more', () => {
  const heavy = rows.map((row) => ({ ...row, weight: row.label === 1 ? 10 : 1 }))
  const leaning = openLinearModel(trainLinearModel(heavy, options))
  expect(leaning.score('something else')).toBeGreaterThan(model.score('something else'))
})

it('has an opinion of a text without any features', () => {
  expect(model.score('')).toBeGreaterThan(0)
  expect(model.score('')).toBeLessThan(1)
})
