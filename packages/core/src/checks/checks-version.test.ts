import { readdirSync } from 'node:fs'
import { sha256 } from '@assay/testkit'
import { expect, it } from 'vitest'
import { checkPrompts, checksVersion } from './checks-version.ts'

it('holds every prompt of a check, each once', () => {
  const folder = new URL('../prompts/', import.meta.url)
  const files = readdirSync(folder).filter((file) => /^check-.*\.data\.ts$/.test(file))
  const ids = checkPrompts.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => id !== 'judge-correctness').toSorted()).toEqual(
    files.map((file) => file.replace('.data.ts', '')).toSorted(),
  )
  expect(checksVersion(sha256)).toMatch(/^[0-9a-f]{12}$/)
})
