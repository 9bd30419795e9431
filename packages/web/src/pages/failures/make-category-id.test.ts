import { expect, test } from 'vitest'
import * as z from 'zod'
import { makeCategoryId } from './make-category-id.ts'

test('an id is a UUID of version 7 that begins with its time', () => {
  const id = makeCategoryId(
    0x0198_c0de_0000,
    Uint8Array.from({ length: 10 }, () => 255),
  )
  expect(z.uuidv7().safeParse(id).success).toBe(true)
  expect(id).toBe('0198c0de-0000-7fff-bfff-ffffffffffff')
})
