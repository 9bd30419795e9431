import { expect, test } from 'vitest'
import { nameVersion } from './name-version.ts'

test('a number gets its letter, a name stays', () => {
  expect([3, '3', '1.2', 'v1', 'v2 (small model)', '2026-11-24'].map(nameVersion)).toEqual([
    'v3',
    'v3',
    'v1.2',
    'v1',
    'v2 (small model)',
    '2026-11-24',
  ])
})
