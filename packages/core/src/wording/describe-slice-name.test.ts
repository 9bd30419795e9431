import { expect, it } from 'vitest'
import { describeSliceName } from './describe-slice-name.ts'

it('says what a slice is where its value does not', () => {
  expect([
    describeSliceName('type', 'simple'),
    describeSliceName('topic', 'ports'),
    describeSliceName('length', 'up to 8 words'),
  ]).toEqual(['simple', 'topic ports', 'questions of up to 8 words'])
})
