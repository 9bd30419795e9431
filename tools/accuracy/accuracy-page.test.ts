import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadAccuracyCards } from '../../packages/core/src/accuracy/load-accuracy-cards.ts'
import { renderAccuracyPage } from './render-accuracy-page.ts'
import { suites } from './suites.ts'

const accuracyCards = await loadAccuracyCards()

it('shows the stored cards, and nothing that was written by hand', () => {
  const page = readFileSync(new URL('../../docs/accuracy.md', import.meta.url), 'utf8')
  expect(page, 'run node tools/measure-accuracy.ts').toBe(renderAccuracyPage(accuracyCards))
})

it('has a card for every suite, in the version that is shipped', () => {
  const versions = (rows: readonly { readonly id: string; readonly version: string }[]) =>
    rows.map(({ id, version }) => `${id} ${version}`)
  expect(versions(accuracyCards), 'run node tools/measure-accuracy.ts').toEqual(versions(suites))
})
