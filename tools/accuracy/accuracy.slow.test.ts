import { existsSync } from 'node:fs'
import type { MeasuredSet } from '@assay/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeCard } from '../../packages/cli/src/judge/describe-card.ts'
import { loadAccuracyCards } from '../../packages/core/src/accuracy/load-accuracy-cards.ts'
import { floors } from './floors.data.ts'
import { dataFolder, measureSets } from './measure-card.ts'
import { suites } from './suites.ts'

const accuracyCards = await loadAccuracyCards()

const isThere = existsSync(dataFolder)
if (!isThere)
  process.stdout.write(`accuracy of judges and detectors: skipped, no labelled sets at ${dataFolder}\n`)

describe.skipIf(!isThere).each(suites)('$id', (suite) => {
  let sets: readonly MeasuredSet[] = []
  beforeAll(async () => {
    sets = await measureSets(suite)
  })

  it('measures what its card says', () => {
    const card = accuracyCards.find(({ id }) => id === suite.id)
    const { id, kind, version, method, threshold, usdPer1000Verdicts, fooledBy, moving = [] } = suite
    const facts = { id, kind, version, method, threshold, usdPer1000Verdicts, fooledBy }
    const today = { ...facts, sets: [...sets], msPer1000Characters: card?.msPer1000Characters ?? null }
    process.stdout.write(`\n${describeCard(today, 110)}\n`)
    const standing = (all: readonly MeasuredSet[] = []) => all.filter(({ name }) => !moving.includes(name))
    expect({ ...today, sets: standing(sets) }, `run node tools/measure-accuracy.ts ${id}`).toEqual({
      ...card,
      sets: standing(card?.sets),
    })
    expect(sets.map(({ name }) => name)).toEqual(card?.sets.map(({ name }) => name))
  })

  it.each(floors.filter(({ id }) => id === suite.id))(
    'holds its floor on $set',
    ({ set, found, falseAlarms }) => {
      const measured = sets.find(({ name }) => name === set)
      expect(measured, `the set ${set}`).toBeDefined()
      if (found !== undefined) expect(measured?.truePositiveRate?.value).toBeGreaterThanOrEqual(found)
      if (falseAlarms !== undefined)
        expect(measured?.falsePositiveRate?.value).toBeLessThanOrEqual(falseAlarms)
    },
  )
})

it('holds a floor for every suite, and none for what is not measured', () => {
  const ids = new Set(floors.map(({ id }) => id))
  expect([...ids].toSorted()).toEqual(suites.map(({ id }) => id).toSorted())
})
