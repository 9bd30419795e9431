import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AccuracyCard } from '@assay/contracts'
import { loadAccuracyCards } from '../packages/core/src/accuracy/load-accuracy-cards.ts'
import { dataFolder, measureCard } from './accuracy/measure-card.ts'
import { renderAccuracyPage } from './accuracy/render-accuracy-page.ts'
import { suites } from './accuracy/suites.ts'

/**
 * Measures judges and detectors on the labelled sets and writes their cards and docs/accuracy.md. Run after a change of their
 * rules, weights or versions. Usage: node tools/measure-accuracy.ts [ID …]; without ids all are measured.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv.slice(2)

if (!existsSync(dataFolder)) throw new Error(`the labelled sets are not at ${dataFolder}`)
const unknown = wanted.find((id) => !suites.some((suite) => suite.id === id))
if (unknown !== undefined) throw new Error(`no suite has the id ${unknown}`)

const storedCards = await loadAccuracyCards()
const cards: AccuracyCard[] = []
for (const suite of suites) {
  const stored = storedCards.find(({ id }) => id === suite.id)
  const isKept = wanted.length > 0 && !wanted.includes(suite.id)
  if (!isKept) console.log(`measuring ${suite.id}`)
  if (!isKept) cards.push(await measureCard(suite))
  else if (stored !== undefined) cards.push(stored)
}
const file = `${root}packages/core/src/accuracy/cards.json`
writeFileSync(file, `${JSON.stringify(cards, null, 2)}\n`)
execFileSync(process.execPath, [`${root}node_modules/oxfmt/bin/oxfmt`, file])
writeFileSync(`${root}docs/accuracy.md`, renderAccuracyPage(cards))
