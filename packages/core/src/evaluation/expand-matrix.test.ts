import { expect, it } from 'vitest'
import { expandMatrix } from './expand-matrix.ts'

it('crosses targets, prompts and parameter values, each combination once', () => {
  const settings = expandMatrix({
    targets: ['a', 'b'],
    prompts: { short: 'Be brief.', long: 'Be thorough.' },
    parameters: { temperature: [0, 1], seed: [7] },
  })
  expect(settings).toHaveLength(8)
  expect(new Set(settings.map(({ label }) => label)).size).toBe(8)
  expect(settings[0]).toEqual({
    label: 'a · short · temperature 0',
    target: 'a',
    prompt: 'Be brief.',
    parameters: { temperature: 0, seed: 7 },
  })
})

it('leaves the prompt and the parameters alone where none are given', () => {
  expect(expandMatrix({ targets: ['a'], prompts: {}, parameters: {} })).toEqual([
    { label: 'a', target: 'a', prompt: null, parameters: {} },
  ])
})
