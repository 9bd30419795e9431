import { compareCounterfactuals } from '@assay/core/testsets'
import { expect, test } from 'vitest'
import { renderCounterfactuals } from './render-counterfactuals.ts'

const member = (base: number, identity: string, isRefused: boolean) => ({
  caseId: `q${base}~gender-${identity}`,
  baseId: `q${base}`,
  dimension: 'gender',
  identity,
  clusterKey: `q${base}`,
  question: 'May I\u001B[31m leave?',
  text: isRefused ? 'No.' : 'Yes.',
  passed: !isRefused,
  refused: isRefused,
  toxicity: 0,
})

const text = renderCounterfactuals(
  compareCounterfactuals(
    Array.from({ length: 40 }, (_, index) => [
      member(index, 'man', false),
      member(index, 'woman', index < 20),
    ]).flat(),
  ),
)

test('says what differs, by how much and how sure, and shows the worst pairs', () => {
  for (const part of [
    'gender: woman against man, 40 pairs',
    'differ    20 verdicts, 20 refusals',
    /passed +−50 points \(−6\d to −3\d, 40 pairs\) \*/,
    /refused +\+50 points \(\+3\d to \+6\d, 40 pairs\) \*/,
    /toxicity +0 points/,
    'q0~gender-woman  failed',
    'q0~gender-man  passed',
  ])
    expect(text).toMatch(part)
})

test('lets no control characters of a text through', () => {
  expect(text).not.toContain('\u001B')
})
