import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runScript } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-stats-'))

const stats = (args: readonly string[], input = '') =>
  runScript(main, ['stats', ...args], { cwd: folder, input })

const facts = (args: readonly string[], input = ''): unknown =>
  JSON.parse(stats([...args, '--json'], input).out)

/** 40 facts asked twice; v2 gains in 12 cases and loses in 2; two rows have no v2. */
function writeScores(): void {
  const rows = Array.from({ length: 80 }, (_, i) => {
    const first = i % 3 !== 0
    const flips = first ? i % 40 === 1 : i % 9 < 4
    const second = i === 5 || i === 50 ? '' : flips !== first ? 'pass' : 'fail'
    return `${i},fact ${i >> 1},${first ? 'pass' : 'fail'},${second},${100 + ((i * 37) % 80)}`
  })
  writeFileSync(join(folder, 'scores.csv'), `id,fact,v1,v2,ms\n${rows.join('\n')}\n`)
}

beforeAll(writeScores)
afterAll(() => rmSync(folder, { recursive: true }))

test('power: cases and cost, what cases show, and what cannot be', () => {
  const plan = stats(['power', '--difference', '0.03', '--discordance', '0.1', '--cost', '0.002'])
  expect(plan.out).toBe(
    'To see 3 points at 80 % power you need 870 cases, about $3.48.\n' +
      '  assumes      the same cases in both runs; they differ on 10 % of them\n',
  )
  expect(facts(['power', '--cases', '870', '--discordance', '0.1'])).toMatchObject({
    asks: 'effect',
    cases: 870,
  })
  expect(stats(['power', '--cases', '400', '--baseline', '0.8', '--design', 'unpaired-rates']).out).toMatch(
    /^400 cases in each run show a rise of 7\.3 points or more, a fall of 8\.5 points or more at 80 % power\./,
  )
  expect(
    stats(['power', 'scores.csv', '--first', 'v1', '--second', 'v2', '--difference', '0.05']).out,
  ).toContain('which differ as in the 78 pairs of scores.csv')
  expect(
    stats(['power', 'scores.csv', '--first', 'v1', '--second', 'v2', '--difference', '0.05', '--sd', '1']),
  ).toMatchObject({ code: 2, out: '' })
  const impossible = stats(['power', '--difference', '0.3', '--discordance', '0.1'])
  expect(impossible).toMatchObject({ code: 2, out: '' })
  expect(impossible.error).toContain('ASSAY-1001  The difference cannot be')
})

test('interval: from counts, from a column with clusters and missing values, of times', () => {
  expect(stats(['interval', '--passes', '46', '--of', '76']).out).toBe(
    '61 % (49–71, n = 76)\n  sure?        Wilson 95 %\n',
  )
  const column = stats(['interval', 'scores.csv', '--column', 'v2', '--cluster', 'fact'])
  expect(column.out).toMatch(
    /^\d+ % \(\d+–\d+, n = 78\)\n {2}sure\? {8}cluster bootstrap 95 %, 2,000 resamples, 40 clusters\n/,
  )
  expect(column.out).toMatch(/left out {5}2 rows without a value; \d+–\d+ % if all failed or all passed/)
  expect(facts(['interval', 'scores.csv', '--column', 'ms', '--kind', 'p95'])).toMatchObject({
    kind: 'p95',
    n: 80,
  })
  expect(facts(['interval', '-', '--column', 'ok'], '{"ok":true}\n{"ok":false}\n')).toMatchObject({
    kind: 'rate',
    value: 0.5,
    successes: 1,
  })
  expect(stats(['interval', 'scores.csv', '--column', 'v3']).error).toContain('fix       write v')
  expect(stats(['interval', '.', '--column', 'v1'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('ASSAY-1006'),
  })
  const ignored = stats(['interval', 'scores.csv', '--column', 'v2', '--passes', '4', '--of', '9'])
  expect(ignored.error).toContain('ASSAY-1001  --passes and --of would change nothing')
  const tooMany = stats(['interval', '--passes', '4', '--of', '99999999999'])
  expect(tooMany.error).toContain('ASSAY-1001  Counts are measured up to 10,000,000 cases')
})

test('compare: one of the five verdicts, paired from counts and columns, unpaired from rates', () => {
  const counted = ['compare', '--gained', '6', '--lost', '16', '--of', '161']
  const counts = stats(counted)
  for (const margin of ['3', '1'])
    expect(stats([...counted, '--margin', margin]).error).toContain('no two shares differ')
  expect(counts.out).toBe(
    'The second against the first: worse by 6 points (1–12, 161 pairs)\n' +
      '  only the first passes 16 cases, only the second 6\n' +
      '  sure?        paired, Tango 95 % with mid-P McNemar; p = 0.0347\n',
  )
  const columns = stats(['compare', 'scores.csv', '--first', 'v1', '--second', 'v2', '--cluster', 'fact'])
  expect(columns.out).toMatch(
    /^The second against the first: better by \d+ points \(\d+–\d+, 78 pairs\)\n {2}was \d+ %/,
  )
  expect(columns.out).toContain('left out     2 rows without a value')
  expect(facts(['compare', '--passes', '46,58', '--of', '76,80'])).toMatchObject({
    verdict: 'not enough cases to tell',
    paired: false,
    method: 'unpaired, Newcombe 95 % with Boschloo',
  })
})

test('compare: two files, matched by id or taken as different cases', () => {
  const rows = (from: number, pass: (i: number) => boolean) =>
    Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({ id: `c${i + from}`, outcome: pass(i) ? 'pass' : 'fail', score: i / 40 }),
    )
  writeFileSync(join(folder, 'a.jsonl'), rows(0, (i) => i % 2 === 0).join('\n'))
  writeFileSync(join(folder, 'b.jsonl'), rows(4, () => true).join('\n'))
  const files = ['compare', 'a.jsonl', 'b.jsonl', '--column']
  expect(facts([...files, 'outcome', '--id', 'id'])).toMatchObject({
    verdict: 'better',
    pairs: 36,
    leftOut: 8,
  })
  expect(facts([...files, 'outcome'])).toMatchObject({ verdict: 'better', paired: false, pairs: 40 })
  expect(stats([...files, 'score']).error).toContain('scores are compared case by case')
  expect(stats([...files, 'outcome', '--first', 'outcome']).error).toContain('--first would change nothing')
  const apart = stats(['compare', 'a.jsonl', 'scores.csv', '--column', 'id', '--id', 'id'])
  expect(apart).toMatchObject({ code: 2 })
  expect(stats(['compare', 'scores.csv', '--first', 'v1', '--second', 'v1']).error).toContain('named twice')
})

test('agree: two raters, several, and a score against the truth', () => {
  const labels = Array.from({ length: 60 }, (_, i) => ({
    person: i % 3 === 0 ? 'fail' : 'pass',
    judge: i % 3 === 0 || i % 20 === 1 ? 'fail' : 'pass',
    other: i % 7 === 0 ? null : 'pass',
    score: (i * 7) % 10,
    truth: (i * 7) % 10 > 4 || i % 9 === 0,
  }))
  writeFileSync(join(folder, 'labels.json'), JSON.stringify(labels))
  const two = stats(['agree', 'labels.json', '--raters', 'person,judge'])
  expect(two.out).toMatch(
    /^person and judge agree on 97 % \(\d+–\d+, n = 60\)\n {2}Cohen's kappa {2}0\.9\d \(/,
  )
  expect(two.out).toContain("Gwet's AC1")
  expect(two.out).toMatch(/say {12}fail 33 % and 37 %, pass 67 % and 63 % \(person and judge\)/)
  const three = stats(['agree', 'labels.json', '--raters', 'person,judge,other'])
  expect(three.out).toContain("Fleiss' kappa")
  expect(three.out).toContain('incomplete     9 rows not rated by all')
  expect(stats(['agree', 'labels.json', '--score', 'score', '--truth', 'truth']).out).toMatch(
    /^AUC 0\.\d+ \(0\.\d+–\d\.?\d*, n = 60\)/,
  )
  const interval = stats(['agree', 'labels.json', '--raters', 'person,judge', '--level', 'interval'])
  expect(interval).toMatchObject({ code: 2 })
  expect(interval.error).toContain('ASSAY-7402')
})
