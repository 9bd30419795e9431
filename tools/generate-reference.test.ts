import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { referenceFolder, renderReference } from './generate-reference.ts'

test('the reference is what the code says; node tools/generate-reference.ts writes it anew', async () => {
  const rendered = await renderReference()
  const written = Object.keys(rendered).map((name) => [
    name,
    readFileSync(join(referenceFolder, name), 'utf8'),
  ])
  expect(Object.fromEntries(written)).toEqual(rendered)
})

test('the reference folder holds nothing else', async () => {
  expect(readdirSync(referenceFolder).toSorted()).toEqual(Object.keys(await renderReference()).toSorted())
})
