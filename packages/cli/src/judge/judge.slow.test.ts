import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JudgeLabel } from '@assay/contracts'
import { formatTestSet } from '@assay/core/testsets/format'
import { buildTestCase, runScript } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-judge-'))
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
const lines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

const assay = (...args: readonly string[]) => runScript(main, args, { cwd: folder })

/** Half of the answers are right. People take every tenth right one for wrong, for a reason the rules do not see. */
const size = 260
const isRight = (index: number): boolean => index % 2 === 0
const labelOf = (index: number): string => (isRight(index) && index % 20 !== 0 ? 'correct' : 'incorrect')
const idOf = (index: number): string => `q-${String(index).padStart(3, '0')}`

beforeAll(() => {
  const cases = Array.from({ length: size }, (_, index) =>
    buildTestCase({
      id: idOf(index),
      question: `How many seats has hall ${index}?`,
      referenceAnswer: `${index + 20}`,
    }),
  )
  write('testset.jsonl', formatTestSet(cases))
  const answer = (index: number): string => `It has ${isRight(index) ? index + 20 : index + 700} seats.`
  write('answers.jsonl', lines(cases.map(({ question }, index) => ({ question, answer: answer(index) }))))
  expect(assay('eval', 'run', '--target', 'recorded:answers.jsonl', '--name', 'first')).toMatchObject({
    code: 0,
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The answer whose reference ann finds wrong: one of those drawn, which differ from run to run. */
let doubted = 0

/** Fills in a sheet as a person would, without having seen a verdict. */
function fillSheet(file: string, wordOf: (index: number) => string): void {
  const filled = read(file).replaceAll(
    /^(q-(\d+)#0),,/gm,
    (_, unit: string, index: string) => `${unit},${wordOf(Number(index))},`,
  )
  write(file, filled)
}

test('answers are labelled by sheet, once and again by another person, and the file only grows', () => {
  expect(assay('judge', 'label', 'first').error).toContain('There is no terminal')
  expect(assay('judge', 'label', 'first', '--n', '200', '--csv', 'l.csv')).toMatchObject({ code: 0 })
  const [, first = ''] = /^q-(\d+)#0,/m.exec(read('l.csv')) ?? []
  doubted = Number(first)
  fillSheet('l.csv', (index) => (index === doubted ? 'reference wrong' : labelOf(index)))
  const taken = assay('judge', 'label', 'first', '--from', 'l.csv', '--by', 'ann')
  expect(taken.out).toContain('200 of 200 answers labelled by ann')
  const once = read('.assay/runs/first/labels.jsonl')
  expect(assay('judge', 'label', 'first', '--from', 'l.csv', '--by', 'ann').code).toBe(0)
  expect(read('.assay/runs/first/labels.jsonl')).toBe(once)
  expect(assay('judge', 'label', 'first', '--n', '60', '--csv', 'b.csv').code).toBe(0)
  fillSheet('b.csv', labelOf)
  expect(assay('judge', 'label', 'first', '--from', 'b.csv', '--by', 'ben').code).toBe(0)
  expect(read('.assay/runs/first/labels.jsonl').startsWith(once)).toBe(true)
})

test('a sheet that is filled in is not written over, and only its own run takes it, by itself', () => {
  const filled = read('l.csv')
  expect(assay('judge', 'label', 'first', '--csv', 'l.csv')).toMatchObject({
    code: 2,
    error: expect.stringContaining('ASSAY-1007'),
  })
  expect(read('l.csv')).toBe(filled)
  const next = assay('judge', 'label', 'first', '--n', '7', '--csv', 'm.csv', '--by', 'ann').out
  expect(next).toContain('next  assay judge label first --from m.csv --by ann')
  expect(assay('judge', 'label', 'first', '--n', '7', '--csv', 'm.csv').code).toBe(0)
  for (const [args, part] of [
    [['--from', 'm.csv'], 'No row of the sheet has a label'],
    [['--from', 'm.csv', '--n', '7'], 'leave out --n'],
    [['--from', 'm.csv', '--csv', 'z.csv'], 'do one after the other'],
    [['--case', 'q-1', '--case', 'none'], 'no judged case q-1, none'],
  ] as const) {
    const refused = assay('judge', 'label', 'first', ...args)
    expect(refused).toMatchObject({ code: 2, error: expect.stringContaining(part) })
  }
  const own = ['eval', 'run', '--target', 'recorded:answers.jsonl', '--name', 'other'] as const
  expect(assay(...own).code).toBe(0)
  const foreign = assay('judge', 'label', 'other', '--from', 'l.csv')
  expect(foreign).toMatchObject({ code: 2, error: expect.stringContaining('l.csv, line 2') })
  expect(assay('judge', 'compare', 'first', 'other')).toMatchObject({
    code: 2,
    error: expect.stringContaining('0 of 260 answers differ'),
  })
})

test('a run is measured by its own verdicts: another judge is refused', () => {
  for (const [args, fix] of [
    [['measure', 'first', '--judge', 'openai:m'], 'score first --judge openai:m'],
    [['measure', 'first', '--label', 'x'], 'leave it out'],
    [['compare', 'first', 'other', '--judge', 'rules'], 'go with --in'],
  ] as const)
    expect(assay('judge', ...args)).toMatchObject({ code: 2, error: expect.stringContaining(fix) })
})

test('the judge is measured on them, and every report shows the corrected rate beside the raw one', () => {
  const measured = assay('judge', 'measure', 'first')
  expect(measured).toMatchObject({ code: 0 })
  expect(measured.out).toMatch(/rules agrees with people on 9\d % \(\d+–\d+, n = \d+\)/)
  for (const part of ['right found', 'wrong found', 'kappa', 'AC1', 'people \\ judge', 'differ on'])
    expect(measured.out).toContain(part)
  // The doubted answer may be among those that ben labelled too: then one pair less says right or wrong.
  expect(measured.out).toMatch(/labelled twice (59|60);/)
  const facts = JSON.parse(assay('judge', 'measure', 'first', '--json').out)
  expect(facts.truePositiveRate.value).toBe(1)
  expect(facts.trueNegativeRate.value).toBeLessThan(1)
  expect(facts.card).toMatchObject({ id: 'rules', kind: 'judge' })

  const shown = assay('eval', 'show', 'first')
  expect(shown.out).toMatch(/corrected {4}\d+ % \(\d+–\d+, n = 260\) with the judge's/)
  expect(shown.out).toMatch(/sure\? +fixed rules; people found \d+ of 1\d\d labelled answers otherwise/)
  const report = JSON.parse(assay('report', 'first', '--format', 'json', '--out', '-').out)
  expect(report.correctness.value).toBe(0.5)
  expect(report.correction.estimate.low).toBeLessThan(0.45)
  expect(report.correction.estimate.high).toBeGreaterThan(0.45)
  expect(report.judge.measured.on).toContain('labels of first')
  expect(report.disagreements.length).toBeGreaterThan(5)
  expect(assay('report', 'first', '--format', 'markdown', '--out', '-').out).toContain(
    'Judged correct, corrected',
  )
  expect(assay('report', 'first').code).toBe(0)
  expect(read('.assay/runs/first/report.html')).toContain('its error taken out')
  expect(assay('judge', 'card', 'rules').out).toContain('labels of first')
})

test('answers judged again share the labels; a comparison is corrected where both have them', () => {
  expect(assay('eval', 'score', 'first', '--name', 'again').code).toBe(0)
  const compared = assay('judge', 'compare', 'first', 'again').out
  for (const part of ['no answer on which they differ', 'one judge in one version, twice'])
    expect(compared).toContain(part)
  expect(assay('eval', 'compare', 'first', 'again').out).toMatch(
    /corrected {4}no(t enough cases to tell| meaningful)/,
  )
})

/** The rows of a label file. */
const labelsIn = (file: string): readonly JudgeLabel[] =>
  read(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('an answer chosen by hand and drawn later is a row of the draw, and a draw stays one however long the queue', () => {
  const run = ['eval', 'run', '--target', 'recorded:answers.jsonl', '--name', 'small'] as const
  expect(assay(...run).code).toBe(0)
  const label = (...args: readonly string[]): void => {
    const file = `small${args.join('')}.csv`
    expect(assay('judge', 'label', 'small', ...args, '--csv', file).code).toBe(0)
    fillSheet(file, labelOf)
    const taken = assay('judge', 'label', 'small', '--from', file, '--by', 'ann')
    expect(taken.out).toMatch(/^(\d+) of \1 answers? labelled/)
  }
  label('--n', '20')
  const drawn = labelsIn('.assay/runs/small/labels.jsonl')
  const [first] = drawn
  label('--case', first?.caseId ?? '')
  const missing = Array.from({ length: size }, (_, index) => idOf(index)).find(
    (id) => !drawn.some(({ caseId }) => caseId === id),
  )
  label('--case', missing ?? '')
  label('--n', String(size))
  const all = labelsIn('.assay/runs/small/labels.jsonl')
  const ofMissing = all.filter(({ caseId }) => caseId === missing)
  expect(ofMissing.map(({ inclusionProbability }) => inclusionProbability)).toEqual([null, 1])
  expect(new Set(all.flatMap(({ draw }) => draw?.id ?? [])).size).toBe(1)
  expect(all.filter(({ draw }) => draw !== undefined)).toHaveLength(size)
  expect(JSON.parse(assay('judge', 'measure', 'small', '--json').out)).toMatchObject({
    byHand: 0,
    isWeighted: false,
    errorRate: { n: size },
  })
})

test('a judge is compared with its own version before, past runs in which nothing was judged', () => {
  const versionIs = (name: string, parts: Readonly<Record<string, string>>): void => {
    const file = `.assay/runs/${name}/run.json`
    const manifest = JSON.parse(read(file))
    const { createdAt = manifest.createdAt, version = manifest.configuration.judge.version } = parts
    const configuration = {
      ...manifest.configuration,
      judge: { ...manifest.configuration.judge, version },
    }
    write(file, JSON.stringify({ ...manifest, name, createdAt, configuration }))
  }
  const runs = join(folder, '.assay/runs')
  for (const name of ['later', 'empty']) cpSync(join(runs, 'again'), join(runs, name), { recursive: true })
  versionIs('again', { version: 'next' })
  versionIs('later', { version: 'after', createdAt: '2999-01-01T00:00:00.000Z' })
  versionIs('empty', { version: 'none', createdAt: JSON.parse(read('.assay/runs/again/run.json')).createdAt })
  write('.assay/runs/empty/verdicts.jsonl', '')
  const old = JSON.parse(read('.assay/runs/first/run.json')).configuration.judge.version
  const measure = (name: string) => JSON.parse(assay('judge', 'measure', name, '--json').out).earlier
  expect(measure('first')).toBeNull()
  expect(measure('again').judges).toEqual({
    first: expect.objectContaining({ version: old }),
    second: expect.objectContaining({ version: 'next' }),
  })
  expect(measure('later').judges.first.version).toBe('next')
})

test('a labelled file is judged once by each judge, and makes an anchor set', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    question: `How many rooms has house ${index}?`,
    reference: `${index + 3}`,
    answer: `${index + 3 + (index % 2)} rooms`,
    label: index % 2 === 0,
  }))
  write('gold.jsonl', lines(rows))
  const measured = assay('judge', 'measure', '--in', 'gold.jsonl', '--anchors', 'anchors.jsonl')
  expect(measured.out).toContain('rules agrees with people on 100 %')
  expect(measured.out).toContain('40 answers in anchors.jsonl')
  expect(assay('judge', 'measure', '--in', 'anchors.jsonl').out).toContain(
    'rules agrees with people on 100 %',
  )
  expect(assay('judge', 'measure', '--in', 'gold.jsonl', '--label', 'none').error).toContain('ASSAY-7021')
  const twice = rows.slice(0, 2).map((row) => ({ ...row, id: 'q1' }))
  write('twice.jsonl', lines(twice))
  expect(assay('judge', 'measure', '--in', 'twice.jsonl').error).toContain('ASSAY-3006')
  write('bad.jsonl', lines([{ ...rows[0], label: 'splendid' }]))
  expect(assay('judge', 'measure', '--in', 'bad.jsonl').error).toContain('"splendid"')
})

test('a file without a needed column is refused with the columns there are', () => {
  const row = { question: 'How many?', reference: '3', answer: '3 rooms', label: 'right' }
  for (const part of ['question', 'reference', 'answer'] as const) {
    const { [part]: text, ...rest } = row
    write('column.jsonl', lines([{ ...rest, [`my-${part}`]: text }]))
    const refused = assay('judge', 'measure', '--in', 'column.jsonl')
    expect(refused).toMatchObject({
      code: 2,
      error: expect.stringContaining(`No row has a column "${part}"`),
    })
    expect(refused.error).toContain(`my-${part}`)
  }
  const { reference: _, ...without } = row
  write('column.jsonl', lines([row, without]))
  expect(assay('judge', 'measure', '--in', 'column.jsonl').error).toContain('line 2: it has no "reference"')
})

test('a judge that was never reached is told as that, each time it is tried', () => {
  const unreached = ['judge', 'measure', '--in', 'few.jsonl', '--judge'] as const
  write('few.jsonl', lines([{ question: 'How many?', reference: '3', answer: '3 rooms', label: 'right' }]))
  for (const _ of ['first', 'second'])
    expect(assay(...unreached, 'openai-compatible:http://127.0.0.1:9/v1#m')).toMatchObject({
      code: 3,
      error: expect.stringContaining('ASSAY-5002'),
    })
  expect(assay(...unreached, 'local:smollm2')).toMatchObject({
    code: 2,
    error: expect.stringContaining('too small to judge'),
  })
})

test('labels of a file that were half written are completed', () => {
  const run = /labels of ([^,\s"]+)/.exec(assay('judge', 'measure', '--in', 'gold.jsonl', '--json').out)?.[1]
  const file = `.assay/runs/${run}/labels.jsonl`
  const whole = labelsIn(file)
  write(file, lines(whole.slice(0, 3)) + JSON.stringify(whole[3]).slice(0, 40))
  const measured = JSON.parse(assay('judge', 'measure', '--in', 'gold.jsonl', '--json').out)
  expect(measured).toMatchObject({ n: 40, labelled: 40 })
  expect(labelsIn(file).map(({ unit }) => unit)).toEqual(whole.map(({ unit }) => unit))
})

test('two judges of a file are compared, and no run is named beside it', () => {
  const both = ['judge', 'compare', 'first', '--in', 'gold.jsonl', '--judge', 'rules', '--judge', 'rules']
  expect(assay(...both).error).toContain('--in stands instead of runs')
})

test('a damaged file of cards is named, and keeps no report from being read', () => {
  const cards = read('.assay/judges/cards.jsonl')
  write('.assay/judges/cards.jsonl', `${cards}{"id":"ru`)
  expect(assay('judge', 'card', 'rules').error).toContain('ASSAY-7020')
  expect(assay('eval', 'show', 'first').code).toBe(0)
  write('.assay/judges/cards.jsonl', cards)
})

test('a threshold is learned on one half and proven on the other', () => {
  const rows = Array.from({ length: 80 }, (_, index) => ({
    text: index % 2 === 0 ? `Write to person${index}@example.org.` : `The hall ${index} opens at nine.`,
    personal: index % 2 === 0,
  }))
  write('pii.jsonl', lines(rows))
  const found = assay('judge', 'calibrate', '--check', 'pii', '--in', 'pii.jsonl', '--label', 'personal')
  expect(found).toMatchObject({ code: 0 })
  expect(found.out).toMatch(/proven +found 100 % \(\d+–100, n = \d+\); false alarms 0 %/)
  write('harmless.jsonl', lines(rows.filter(({ personal }) => !personal)))
  const refit = assay(
    'judge',
    'calibrate',
    '--check',
    'pii',
    '--in',
    'harmless.jsonl',
    '--false-positive-rate',
    '0.25',
  )
  expect(refit.out).toContain('at most 25 % false alarms')
  expect(assay('judge', 'calibrate', '--check', 'pii', '--in', 'harmless.jsonl').error).toContain(
    '--false-positive-rate',
  )
})

test('a threshold of a judge takes labels of both kinds', () => {
  const run = ['eval', 'run', '--target', 'recorded:answers.jsonl', '--name', 'praised'] as const
  expect(assay(...run).code).toBe(0)
  expect(assay('judge', 'label', 'praised', '--n', '9', '--csv', 'praised.csv').code).toBe(0)
  fillSheet('praised.csv', () => 'right')
  expect(assay('judge', 'label', 'praised', '--from', 'praised.csv').code).toBe(0)
  expect(assay('judge', 'calibrate', 'praised')).toMatchObject({
    code: 2,
    error: expect.stringContaining('People found all 9 labelled answers right'),
  })
})

test('cases with a wrong reference go back to the test set', () => {
  const done = assay('judge', 'label', 'first', '--return-cases')
  expect(done.out).toContain(`1 case of testset.jsonl put back as drafts: ${idOf(doubted)}`)
  expect(JSON.parse(read('testset.jsonl').split('\n')[doubted] ?? '')).toMatchObject({
    id: idOf(doubted),
    status: 'draft',
    review: { decision: 'returned', reason: 'reference wrong', by: 'ann' },
  })
})
