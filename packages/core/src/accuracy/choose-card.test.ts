import type { AccuracyCard } from '@assay/contracts'
import { expect, test } from 'vitest'
import { chooseCard } from './choose-card.ts'

const wanted = { id: 'rules', version: '1' }
const card = (name: string, labelsOfEach: number, isByHand = false): AccuracyCard => ({
  ...wanted,
  kind: 'judge',
  method: 'fixed rules',
  threshold: { value: null, chosen: 'nothing is set' },
  sets: [
    {
      name,
      what: 'Answers.',
      kept: 'held apart',
      ...(isByHand ? { isByHand } : {}),
      n: 2 * labelsOfEach,
      positives: labelsOfEach,
      negatives: labelsOfEach,
      notJudged: 0,
      truePositiveRate: null,
      falsePositiveRate: null,
    },
  ],
  msPer1000Characters: null,
  usdPer1000Verdicts: 0,
  fooledBy: [],
})
const chosen = (own: readonly AccuracyCard[], shipped: readonly AccuracyCard[] = []) =>
  chooseCard({ own, shipped }, wanted)?.sets[0]?.name

test('of the measurements with enough labels the newest is trusted', () => {
  expect(chosen([card('old', 60), card('new', 80)])).toBe('new')
})

test('a later measurement on few labels displaces none on enough', () => {
  expect(chosen([card('enough', 200), card('few', 1)])).toBe('enough')
  expect(chosen([card('few', 1)], [card('shipped', 100)])).toBe('shipped')
  expect(chosen([card('few', 1)])).toBe('few')
})

test('answers chosen by hand say nothing of others', () => {
  expect(chosen([card('drawn', 60), card('by hand', 200, true)])).toBe('drawn')
  expect(chosen([card('by hand', 200, true)])).toBeUndefined()
})
