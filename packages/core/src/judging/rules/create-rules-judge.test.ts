import type { ClaimKey, TestCase } from '@assay/contracts'
import { buildTestCase } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import type { Judgement } from '../judge.ts'
import { createRulesJudge, judgeByRules } from './create-rules-judge.ts'

const key = (kind: ClaimKey['kind'], value: string, extra: Partial<ClaimKey> = {}): ClaimKey => ({
  kind,
  value,
  aliases: [],
  knownWrong: [],
  ...extra,
})

const caseOf = (question: string, keys: readonly ClaimKey[], extra: Partial<TestCase> = {}): TestCase =>
  buildTestCase({
    question,
    referenceAnswer: keys.map((one) => one.value).join('; '),
    referenceClaims: keys.map((one) => ({ text: one.value, evidence: [], key: one })),
    ...extra,
  })

const judge = (testCase: TestCase, text: string): readonly Judgement[] =>
  judgeByRules({ testCase, answer: { text, latencyMs: 1 } })

const labelOf = (testCase: TestCase, text: string): string | undefined => judge(testCase, text)[0]?.label

const timeout = caseOf('What is the default of the option `requestTimeout`?', [
  key('number', '30 s', { subject: 'requestTimeout', attribute: 'default', knownWrong: ['60 s', '0 s'] }),
])
const bodyLimit = caseOf('What is the default of `bodyLimit`?', [
  key('number', '1 MiB', { subject: 'bodyLimit', attribute: 'default', aliases: ['1048576'] }),
])
const price = caseOf('How much does the Team plan cost per month?', [
  key('number', '$12 a month', { subject: 'Team plan', attribute: 'price' }),
])
const seats = caseOf('How many seats does the Starter plan include?', [
  key('number', '5', { subject: 'Starter plan', attribute: 'seats' }),
])
const year = caseOf('In which year was the company founded?', [key('date', '2014', { granularity: 'year' })])
const day = caseOf('On which day did version 3 appear?', [
  key('date', '12 March 2021', { granularity: 'day' }),
])
const version = caseOf('Which version removed the callback form?', [key('version', 'v5.2')])
const flag = caseOf('Which flag writes JSON?', [key('identifier', '--json', { knownWrong: ['--plain'] })])
const person = caseOf('Who leads the support team?', [key('name', 'Maria Lindqvist')])
const enabled = caseOf('Is compression enabled or disabled by default?', [
  key('boolean', 'disabled', { subject: 'compression' }),
])
const formats = caseOf('Which formats can be exported?', [
  key('list', 'CSV, JSON and XML', { items: ['CSV', 'JSON', 'XML'], need: 'all', knownWrong: ['PDF'] }),
])
const reason = caseOf('Why are drafts kept?', [
  key('text', 'Drafts are kept for review because nobody has checked them.'),
])

describe('numbers', () => {
  it.each([
    [timeout, '30 seconds', 'correct'],
    [timeout, 'It defaults to thirty seconds.', 'correct'],
    [timeout, 'The default is 30000 ms.', 'correct'],
    [timeout, 'The default of requestTimeout is half a minute.', 'not-judged'],
    [timeout, '30', 'not-judged'],
    [timeout, 'The default is 45 s.', 'incorrect'],
    [timeout, 'The default is 60 s.', 'incorrect'],
    [timeout, 'It is between 20 and 40 seconds.', 'incorrect'],
    [timeout, 'The default is not 30 s.', 'incorrect'],
    [timeout, 'The default is 30 s or 60 s.', 'incorrect'],
    [timeout, 'It is 60 s. Actually, the default is 30 s.', 'correct'],
    [timeout, 'It is 30 s. Actually, the default is 60 s.', 'incorrect'],
    [timeout, 'requestTimeout: type number, default 30 s, maximum 120 s.', 'correct'],
    [timeout, 'requestTimeout: type number, default 120 s, maximum 30 s.', 'not-judged'],
    [timeout, 'connectionTimeout: default 0 s. requestTimeout: default 30 s.', 'correct'],
    [timeout, 'connectionTimeout defaults to 30 s.', 'not-judged'],
    [timeout, 'connectionTimeout defaults to 0 s.', 'incorrect'],
    [bodyLimit, '1,048,576 bytes', 'correct'],
    [bodyLimit, '1 048 576 bytes', 'correct'],
    [bodyLimit, '1.048.576 bytes', 'correct'],
    [bodyLimit, '1048576', 'correct'],
    [bodyLimit, '1 MB', 'incorrect'],
    [bodyLimit, 'bodyLimit: type integer, default 1048576 (1 MiB), maximum 10 MiB', 'correct'],
    [price, 'The Team plan is 12 USD a month.', 'correct'],
    [price, 'It costs $12.', 'correct'],
    [price, 'It costs €12 a month.', 'incorrect'],
    [price, 'It costs $21 per month.', 'incorrect'],
    [seats, 'Five.', 'correct'],
    [seats, 'The Starter plan includes 5 seats and 20 GB of storage.', 'correct'],
    [seats, 'The Starter plan includes 10 seats.', 'incorrect'],
    [seats, 'Probably 5.', 'correct'],
  ])('of %#: %s', (testCase, answer, label) => {
    expect(labelOf(testCase, answer)).toBe(label)
  })

  it('accepts a rounding only where it is marked and within the key', () => {
    const people = caseOf('How many people visited?', [key('number', '294,123 people')])
    expect(labelOf(people, 'About 294,000 people.')).toBe('correct')
    expect(labelOf(people, '294,000 people.')).toBe('incorrect')
    expect(labelOf(people, 'About 300,000 people.')).toBe('incorrect')
  })

  it('takes a bare number in the unit that the question fixes', () => {
    const fixed = caseOf('What is the timeout in milliseconds?', [key('number', '30 s')])
    expect(labelOf(fixed, '30000')).toBe('correct')
    expect(labelOf(fixed, '30')).toBe('incorrect')
  })

  it('marks a hedged answer', () => {
    expect(judge(seats, 'I think it is 5.')[0]).toMatchObject({ label: 'correct', hedged: true })
    expect(judge(seats, 'It is 5.')[0]).toMatchObject({ label: 'correct', hedged: false })
  })

  it('points at the evidence in the answer', () => {
    const answer = 'The Starter plan includes 5 seats.'
    const [claim] = judge(seats, answer)[0]?.claims ?? []
    expect(answer.slice(...(claim?.span ?? [0, 0]))).toBe('5')
    expect(claim?.status).toBe('present')
  })
})

describe('dates, versions, names and identifiers', () => {
  it.each([
    [year, 'It was founded on 3 May 2014.', 'correct'],
    [year, '2015', 'incorrect'],
    [year, 'Not 2014 but 2012.', 'incorrect'],
    [day, 'March 12, 2021', 'correct'],
    [day, '2021-03-12', 'correct'],
    [day, 'In March 2021.', 'not-judged'],
    [day, '13 March 2021', 'incorrect'],
    [version, 'Version 5.2 removed it.', 'correct'],
    [version, 'v5', 'not-judged'],
    [version, 'It was removed in v4.9.', 'incorrect'],
    [flag, 'Use `--json`.', 'correct'],
    [flag, 'Use `--json-lines`.', 'incorrect'],
    [flag, 'Use --plain.', 'incorrect'],
    [person, 'maria lindqvist', 'correct'],
    [person, 'The support team is led by Maria Lindqvist.', 'correct'],
    [person, 'Ms Lindqvist.', 'not-judged'],
    [person, 'It is led by Peter Holm.', 'incorrect'],
    [person, 'It is Maria Lindqvist or Peter Holm.', 'incorrect'],
    [person, 'Peter Holm, not Maria Lindqvist.', 'incorrect'],
    [person, "Maria Lindqvist's brother leads it.", 'not-judged'],
  ])('of %#: %s', (testCase, answer, label) => {
    expect(labelOf(testCase, answer)).toBe(label)
  })
})

describe('booleans and lists', () => {
  it.each([
    [enabled, 'It is disabled by default.', 'correct'],
    [enabled, 'Compression is not enabled by default.', 'correct'],
    [enabled, 'It is enabled.', 'incorrect'],
    [enabled, 'It is not disabled.', 'incorrect'],
    [enabled, 'It is enabled in production and disabled in development.', 'not-judged'],
    [formats, 'You can export CSV, JSON and XML.', 'correct'],
    [formats, 'XML, CSV, JSON', 'correct'],
    [formats, 'CSV and JSON.', 'partially-correct'],
    [formats, 'CSV, JSON, XML and PDF.', 'incorrect'],
    [formats, 'CSV, JSON, XML and YAML.', 'incorrect'],
    [formats, 'CSV, JSON, but not XML.', 'partially-correct'],
  ])('of %#: %s', (testCase, answer, label) => {
    expect(labelOf(testCase, answer)).toBe(label)
  })

  it('does not judge a yes that is taken back', () => {
    const polar = caseOf('Is the API public?', [key('boolean', 'yes')])
    expect(labelOf(polar, 'Yes.')).toBe('correct')
    expect(labelOf(polar, 'No, it is private.')).toBe('incorrect')
    expect(labelOf(polar, 'Yes, it is not.')).toBe('not-judged')
  })
})

describe('free text', () => {
  it('passes almost word for word and is otherwise not judged', () => {
    expect(labelOf(reason, 'Drafts are kept for review because nobody checked them.')).toBe('correct')
    expect(labelOf(reason, 'Drafts are not kept for review because nobody has checked them.')).toBe(
      'not-judged',
    )
    expect(labelOf(reason, 'So that a person can look at them first.')).toBe('not-judged')
  })
})

describe('several claims and false premises', () => {
  const double = caseOf(
    'How many seats does Starter include, and which flag writes JSON?',
    [
      key('number', '5', { subject: 'Starter', attribute: 'seats' }),
      key('identifier', '--json', { subject: 'JSON output', attribute: 'flag', knownWrong: ['--plain'] }),
    ],
    { type: 'double' },
  )
  const premise = caseOf(
    'Since bodyLimit defaults to 2 MiB, what happens to larger bodies?',
    [key('number', '1 MiB', { subject: 'bodyLimit', attribute: 'default', knownWrong: ['2 MiB'] })],
    { type: 'false-premise' },
  )

  it('is correct with all claims and partial with some', () => {
    expect(judge(double, 'Starter includes 5 seats; the flag is --json.')[0]).toMatchObject({
      label: 'correct',
      score: 1,
    })
    expect(judge(double, 'Starter includes 5 seats; the flag is --plain.')[0]).toMatchObject({
      label: 'partially-correct',
      outcome: 'fail',
      score: 0.5,
    })
  })

  it('wants the false premise corrected', () => {
    expect(labelOf(premise, 'The default of bodyLimit is 1 MiB, not 2 MiB.')).toBe('correct')
    expect(labelOf(premise, 'Bodies over 2 MiB are rejected.')).toBe('incorrect')
    expect(labelOf(premise, 'They are rejected with status 413.')).toBe('incorrect')
  })

  it('says of an uncorrected premise only what the answer does', () => {
    const devices = caseOf(
      'Why does the Enterprise edition have 10 devices?',
      [
        key('number', '50 devices', {
          subject: 'Enterprise edition',
          attribute: 'devices',
          knownWrong: ['10 devices'],
        }),
      ],
      { type: 'false-premise' },
    )
    expect(judge(devices, 'The Home edition does not include phone support.')[0]).toMatchObject({
      label: 'incorrect',
      reason:
        'The answer does not correct the false premise of the question: it does not give the asked value.',
    })
    expect(judge(devices, 'It has 10 devices so that teams can share it.')[0]).toMatchObject({
      label: 'incorrect',
      reason:
        'The answer does not correct the false premise of the question: it gives the value of a sibling.',
    })
  })
})

describe('answers that are none', () => {
  it.each(['', '   ', '…', "I'm sorry, I could not find that in the documentation."])(
    'takes %j as no answer',
    (answer) => {
      expect(judge(timeout, answer)).toMatchObject([
        { check: 'correctness', outcome: 'fail', label: 'no-answer' },
        { check: 'declining', outcome: 'fail', label: 'over-refused' },
      ])
    },
  )

  it('grades a value that follows a doubt', () => {
    expect(judge(seats, "I'm not sure, but it is 5.")[0]).toMatchObject({ label: 'correct', hedged: true })
    expect(labelOf(timeout, 'The documentation does not mention requestTimeout. It describes plugins.')).toBe(
      'no-answer',
    )
  })

  it('takes a filtered completion as no answer', () => {
    const answer = { text: '5', latencyMs: 1, finishReason: 'content-filter' }
    expect(judgeByRules({ testCase: seats, answer })[0]?.label).toBe('no-answer')
  })
})

describe('declining', () => {
  const outside = caseOf('What does the Gold plan cost?', [], { type: 'out-of-scope', referenceAnswer: '' })
  it.each([
    ['The documentation does not mention a Gold plan.', 'declined'],
    ["I don't know.", 'declined'],
    ['That is not specified in the documents. Please contact sales.', 'declined'],
    ['I could not find it, but the Gold plan probably costs $40.', 'partly'],
    ['The Gold plan costs $40 a month.', 'answered-anyway'],
    ['The server refuses requests above 1 MB.', 'answered-anyway'],
    ['There is no such plan.', 'not-judged'],
  ])('%s', (answer, label) => {
    expect(judge(outside, answer)).toMatchObject([{ check: 'declining', label }])
  })
})

describe('the judge', () => {
  it.each(['the ', 'provided ', '5 s ', '1. ', '. ', '.', 'or ', '30 s or ', 'Foo ', '1,'])(
    'reads 20,000 characters of %j in no time',
    (piece) => {
      const text = piece.repeat(20_000 / piece.length)
      const started = performance.now()
      for (const testCase of [timeout, seats, year, person, formats, enabled, reason]) judge(testCase, text)
      expect(performance.now() - started).toBeLessThan(5000)
    },
  )

  it('reads full-width digits as digits, and does not judge what only looks like them', () => {
    expect(labelOf(seats, '５')).toBe('correct')
    expect(labelOf(seats, '𝟝')).toBe('not-judged')
  })

  it('does not judge other languages', () => {
    expect(labelOf(timeout, 'Der Standardwert ist 30 s und nicht 60 s.')).toBe('not-judged')
    expect(labelOf({ ...timeout, language: 'de' }, 'It is 30 s.')).toBe('not-judged')
  })

  it('derives the key of an imported case', () => {
    const imported = caseOf('How many plugins are bundled?', [], {
      referenceAnswer: 'There are 12 plugins in the bundle.',
    })
    expect(labelOf(imported, '12')).toBe('correct')
    expect(labelOf(imported, 'It bundles 14 plugins.')).toBe('incorrect')
  })

  it('needs no model', async () => {
    const result = await createRulesJudge().judge(
      { testCase: seats, answer: { text: '5', latencyMs: 1 } },
      { models: () => null },
    )
    expect(result).toMatchObject({ ok: true, value: [{ label: 'correct' }, { label: 'answered' }] })
  })
})
