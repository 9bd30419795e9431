import type { CheckUse } from '@assay/contracts'
import { expect, it } from 'vitest'
import { findPathFault } from '../json-path/find-path-fault.ts'
import { prepareChecks } from './prepare-checks.ts'

const prepare = (use: CheckUse) => prepareChecks([use])
const contains = { check: 'contains', parameters: { phrases: 'a' } }

it.each([
  ['$.foo[', 'a ] is missing'],
  ['$.foo]', 'a ] closes nothing'],
  ["$['a", "a ' is not closed"],
  ['$.a[?(@.b == 1]', 'a ] closes nothing'],
  ['$.a[]', 'nothing stands in its [ ]'],
  ['$.a.', 'a name is missing at its end'],
  [' ', 'it is empty'],
])('refuses the path %s', (path, fault) => {
  expect(prepare({ ...contains, on: path })).toMatchObject({
    error: { code: 'ASSAY-7015', where: `contains, on ${path}: ${fault}` },
  })
})

it.each([
  '$',
  'answer',
  '$..text',
  '$.contexts[0].text',
  "$['a]b'].c",
  '$["it\'s"]',
  '$.a[?(@.b == "]")].c',
  '$.a[?(@.b.match(/[)x]+/))]',
  '$.toolCalls[-1:]',
  '$[*]',
])('takes the path %s', (path) => {
  expect(findPathFault(path)).toBeNull()
})

it('refuses to turn a score round that no threshold judges', () => {
  const taken = { ok: true }
  expect(prepare({ check: 'bleu', not: true })).toMatchObject({
    error: {
      code: 'ASSAY-7011',
      where: 'bleu, not',
      fix: 'give it a threshold; a case that reaches it fails',
    },
  })
  expect(prepare({ check: 'bleu', not: true, threshold: 40 })).toMatchObject(taken)
  expect(prepare({ check: 'embedding-similarity', not: true })).toMatchObject(taken)
  expect(prepare({ ...contains, not: true })).toMatchObject(taken)
  expect(prepare({ check: 'bleu' })).toMatchObject(taken)
})
