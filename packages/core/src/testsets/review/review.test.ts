import { createHash } from 'node:crypto'
import type { TestCase } from '@assay/contracts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { must } from '../../must.ts'
import { applySheet } from './apply-sheet.ts'
import { formatCsvSheet, parseCsvSheet } from './csv-sheet.ts'
import { returnCase } from './decide-case.ts'
import { formatMarkdownSheet, parseMarkdownSheet } from './markdown-sheet.ts'
import { mergeTestSets } from './merge-test-sets.ts'
import { reviewState, startReview, type ReviewEvent, type ReviewState } from './review-state.ts'
import type { SheetRow } from './review-sheet.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const stamp = { by: 'ann', at: '2026-01-02T03:04:05.000Z' }
const tools = { hash, evidenceOf: () => [{ quote: 'The port is 8080.', source: 'limits.md' }] }

const caseOf = (id: string, parts: Partial<TestCase> = {}): TestCase => ({
  id,
  question: `What is the port of ${id}?`,
  history: [],
  referenceAnswer: '8080',
  referenceClaims: [
    {
      text: 'The port is 8080.',
      evidence: [{ chunkId: 'c', start: 0, end: 4, quote: '8080' }],
      key: { kind: 'number', value: '8080', aliases: [], knownWrong: [] },
    },
  ],
  referenceContexts: ['c'],
  type: 'simple',
  level: 'easy',
  topic: null,
  language: 'en',
  clusterKey: id,
  tags: [],
  provenance: { generator: 'facts' },
  validity: { 'well-formed': 'passed' },
  status: 'draft',
  ...parts,
})
const cases = ['a', 'b', 'c'].map((id) => caseOf(id))

describe('review by keyboard', () => {
  const press = (state: ReviewState, ...events: (string | ReviewEvent)[]): ReviewState =>
    events.reduce<ReviewState>(
      (now, event) =>
        reviewState(now, typeof event === 'string' ? { kind: 'key', key: event } : event, stamp),
      state,
    )

  test('accepting makes a case active and goes on', () => {
    const state = press(startReview(cases), 'a')
    expect(state.at).toBe(1)
    expect(state.cases[0]).toMatchObject({ status: 'active', review: { decision: 'accepted', ...stamp } })
  })

  test('rejecting asks for the reason first; keys wait for it', () => {
    const asked = press(startReview(cases), 'r', 'a', 'j')
    expect(asked).toMatchObject({ at: 0, asking: 'reason' })
    expect(press(asked, { kind: 'reason', reason: ' unclear ' }).cases[0]).toMatchObject({
      status: 'draft',
      review: { decision: 'rejected', reason: 'unclear' },
    })
    expect(press(asked, { kind: 'cancel' }).cases).toBe(cases)
  })

  test('an edited reference replaces the claims made from the old one, and nothing tested of it stands', () => {
    const [first] = press(startReview(cases), 'e', { kind: 'edit', edit: { referenceAnswer: '9090' } }).cases
    expect(first).toMatchObject({
      referenceAnswer: '9090',
      status: 'active',
      review: { decision: 'edited' },
      validity: { 'well-formed': 'not-tested' },
    })
    expect(first?.referenceClaims).toEqual([
      { text: '9090', evidence: cases[0]?.referenceClaims[0]?.evidence },
    ])
  })

  test('undo takes decisions back one by one and returns to the case', () => {
    const state = press(startReview(cases), 'a', 'a', 'u')
    expect(state.at).toBe(1)
    expect(state.cases[1]).toBe(cases[1])
    expect(press(state, 'u', 'u').cases).toEqual(cases)
  })

  test('moves stay in the set; it begins at what is undecided; q ends it', () => {
    expect(press(startReview(cases), 'k').at).toBe(0)
    expect(press(startReview(cases), 'j', 'j', 'j').at).toBe(2)
    expect(startReview(press(startReview(cases), 'a').cases).at).toBe(1)
    expect(press(startReview(cases), 'q', 'a')).toMatchObject({ isDone: true, cases })
    expect(press(startReview(cases), 'x')).toEqual(startReview(cases))
  })

  test('undoing everything restores the set, whatever was done', () => {
    const event = fc.oneof(
      fc.constantFrom('a', 'e', 'r', 'u', 'j', 'k', '?'),
      fc.constantFrom<ReviewEvent>(
        { kind: 'cancel' },
        { kind: 'reason', reason: 'no' },
        { kind: 'edit', edit: { question: 'Why?' } },
      ),
    )
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const after = press(startReview(cases), ...events)
        const undone = press(after, { kind: 'cancel' }, ...after.undo.map(() => 'u'))
        expect(undone.cases).toEqual(cases)
      }),
    )
  })
})

const forms = {
  csv: {
    format: (set: readonly TestCase[]) => formatCsvSheet(set, tools),
    parse: (text: string) => {
      const parsed = parseCsvSheet(text, 'sheet')
      return must(parsed.ok ? parsed.value : null, 'rows')
    },
  },
  markdown: {
    format: (set: readonly TestCase[]) => formatMarkdownSheet(set, tools),
    parse: parseMarkdownSheet,
  },
}
const apply = (rows: readonly SheetRow[], set: readonly TestCase[] = cases) =>
  applySheet(set, rows, { ...stamp, hash, file: 'sheet' })

describe.each(Object.entries(forms))('a sheet as %s', (_, { format, parse }) => {
  test('comes back as it was written: nothing is decided', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('> a\n> b', '## case x', '- decision: reject', 'a\n\nb', '"', ''),
    )
    fc.assert(
      fc.property(text, text, (question, referenceAnswer) => {
        const plain = (value: string): string => value.replaceAll('\r', '')
        const set = [
          caseOf('x', { question: plain(question), referenceAnswer: plain(referenceAnswer) }),
          caseOf('y'),
        ]
        expect(apply(parse(format(set)), set)).toMatchObject({
          ok: true,
          value: { cases: set, untouched: 2 },
        })
      }),
    )
  })

  test('takes decisions, edits and reasons', () => {
    const rows = parse(format(cases))
    const [a, b, c] = [must(rows[0], 'a'), must(rows[1], 'b'), must(rows[2], 'c')]
    const applied = apply([
      { ...a, decision: 'accept' },
      { ...b, decision: 'edit', reference: '80' },
      { ...c, decision: 'reject', reason: 'no user asks this' },
    ])
    expect(applied).toMatchObject({ ok: true, value: { accepted: 1, edited: 1, rejected: 1, untouched: 0 } })
    const decided = applied.ok ? applied.value.cases : []
    const twice = apply(
      [
        { ...a, decision: 'accept' },
        { ...b, decision: 'edit', reference: '80' },
      ],
      decided,
    )
    expect(twice).toMatchObject({ ok: true, value: { cases: decided, untouched: 2 } })
    expect(decided.map(({ status, review }) => [status, review?.decision, review?.reason])).toEqual([
      ['active', 'accepted', undefined],
      ['active', 'edited', undefined],
      ['draft', 'rejected', 'no user asks this'],
    ])
    expect(decided[1]?.referenceAnswer).toBe('80')
    const again = apply(parse(format(decided)), decided)
    expect(again).toMatchObject({ ok: true, value: { cases: decided, untouched: 3 } })
  })

  test('names the line of every conflict and changes nothing', () => {
    const [a, b, c] = parse(format(cases)) as [SheetRow, SheetRow, SheetRow]
    const changed = cases.map((each) => (each.id === 'b' ? { ...each, question: 'Another?' } : each))
    const refused = apply(
      [
        { ...a, id: 'nobody' },
        { ...b, decision: 'accept' },
        { ...c, decision: 'maybe' },
        { ...c, line: 99 },
      ],
      changed,
    )
    expect(refused.ok).toBe(false)
    const where = refused.ok ? '' : refused.error.where
    expect(where).toContain(`line ${a.line}: no case has the id nobody`)
    expect(where).toContain(`line ${b.line}: b changed since`)
    expect(where).toContain(`line ${c.line}: "maybe" is no decision`)
    expect(where).toContain(`line 99: c stands in line ${c.line} already`)
  })

  test('rewording without the decision edit is a conflict', () => {
    const [a] = parse(format(cases)) as [SheetRow]
    for (const decision of ['', 'accept', 'reject'])
      expect(apply([{ ...a, question: 'New?', decision }])).toMatchObject({
        ok: false,
        error: { code: 'ASSAY-3007' },
      })
    expect(apply([{ ...a, decision: 'edit' }]).ok).toBe(false)
  })
})

test('a merge keeps what people worked on and adds what is new', () => {
  const [a, b, c] = cases as [TestCase, TestCase, TestCase]
  const reviewed: TestCase = { ...a, review: { decision: 'accepted', ...stamp } }
  const imported = { ...b, provenance: { generator: 'import:csv' } }
  const fresh = [
    { ...a, question: 'Made again?' },
    { ...caseOf('new'), question: b.question },
    caseOf('d', { question: 'Which region is it in?' }),
  ]
  const merged = mergeTestSets([reviewed, imported, c], fresh)
  expect(merged).toMatchObject({ kept: 2, dropped: 2 })
  expect(merged.cases.map(({ id }) => id)).toEqual(['a', 'b', 'd'])
  expect(merged.cases[0]).toBe(reviewed)
})

test('a returned case is a draft with what is wrong with it, and comes up in the next review', () => {
  const accepted = caseOf('a', { review: { decision: 'accepted', ...stamp }, status: 'active' })
  const returned = returnCase(caseOf('b', { status: 'active' }), 'reference wrong: it is 9090 now', stamp)
  expect(returned).toMatchObject({
    status: 'draft',
    review: { decision: 'returned', reason: 'reference wrong: it is 9090 now', by: 'ann' },
  })
  expect(startReview([accepted, returned]).at).toBe(1)
  const sheet = parseCsvSheet(formatCsvSheet([returned], tools), 'sheet.csv')
  expect(sheet).toMatchObject({
    ok: true,
    value: [{ decision: '', reason: 'reference wrong: it is 9090 now' }],
  })
})
