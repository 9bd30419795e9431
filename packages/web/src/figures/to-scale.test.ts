import { expect, it } from 'vitest'
import { symmetricScale, toScale } from './to-scale.ts'

it('places a value on the axis and keeps it within', () => {
  expect(toScale(0.25, [0, 1])).toBe('25.00%')
  expect(toScale(0, [-0.2, 0.2])).toBe('50.00%')
  expect(toScale(3, [0, 1])).toBe('100.00%')
})

it('makes an axis around zero that holds every value', () => {
  expect(symmetricScale([0.01, null, -0.02])).toEqual([-0.1, 0.1])
  expect(symmetricScale([0.31, -0.2])).toEqual([-0.4, 0.4])
  expect(symmetricScale([0.3])).toEqual([-0.3, 0.3])
})
