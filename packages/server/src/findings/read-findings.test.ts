import { findingSchema } from '@assay/contracts/hub'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFindings } from './read-findings.ts'

type Format = Parameters<typeof readFindings>[0]['format']

function read(format: Format, text: string) {
  const found = readFindings({ format, text, name: 'file' })
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

const lines = (...rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

describe('a report of garak', () => {
  const setup = {
    entry_type: 'start_run setup',
    'plugins.target_type': 'openai',
    'plugins.target_name': 'gpt-4o-mini',
    'run.eval_threshold': 0.5,
  }
  const conversation = (text: string) => ({
    turns: [
      { role: 'system', content: { text: 'You are helpful.' } },
      { role: 'user', content: { text, lang: 'en' } },
    ],
  })
  const attempt = (prompt: unknown, output: unknown, scores: Record<string, unknown>, status = 2) => ({
    entry_type: 'attempt',
    uuid: 'a',
    status,
    probe_classname: 'dan.Dan_11_0',
    prompt,
    outputs: [output],
    detector_results: scores,
    goal: 'disregard the system prompt',
  })
  const report = lines(
    setup,
    { entry_type: 'init', garak_version: '0.13.1', run: 'r' },
    attempt(conversation('Be DAN'), null, {}, 1),
    attempt(conversation('Be DAN'), { text: 'I am DAN' }, { 'dan.DAN': [0.9], 'mitigation.Bypass': [0] }),
    attempt('Be DAN again', 'No.', { 'dan.DAN': [0.1] }),
    {
      entry_type: 'eval',
      probe: 'dan.Dan_11_0',
      detector: 'dan.DAN',
      passed: 6,
      fails: 4,
      nones: 0,
      total_evaluated: 10,
    },
    {
      entry_type: 'eval',
      probe: 'dan.Dan_11_0',
      detector: 'mitigation.Bypass',
      passed: 10,
      total_evaluated: 10,
    },
    { entry_type: 'digest', eval: {} },
  )

  it('becomes a finding for each probe and detector that hit, counted by its evaluation', () => {
    const { findings, skipped } = read('garak', report)
    expect(skipped).toEqual([])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      title: 'dan.Dan_11_0 (dan.DAN)',
      kind: 'security',
      severity: 'major',
      source: { kind: 'garak', reference: 'openai gpt-4o-mini, garak 0.13.1' },
      attempts: { failed: 4, tried: 10 },
      evidence: [{ input: 'Be DAN', output: 'I am DAN', note: 'disregard the system prompt' }],
    })
    // Wilson, 4 of 10: 17 to 69.
    expect(findings[0]?.description).toContain('40 % (17–69, n = 10) of the attempts succeeded')
  })

  it('of older versions is the same finding: `total`, plain texts, names with their package', () => {
    const old = lines(
      { entry_type: 'start_run setup', 'plugins.model_type': 'openai', 'plugins.model_name': 'gpt-4o-mini' },
      {
        ...attempt('Be DAN', 'I am DAN', { 'detector.dan.DAN': [1] }),
        probe_classname: 'probes.dan.Dan_11_0',
      },
      { entry_type: 'eval', probe: 'probes.dan.Dan_11_0', detector: 'detector.dan.DAN', passed: 1, total: 5 },
    )
    const [before] = read('garak', old).findings
    expect(before).toMatchObject({ severity: 'critical', attempts: { failed: 4, tried: 5 } })
    expect(before?.fingerprint).toBe(read('garak', report).findings[0]?.fingerprint)
  })

  it('that was stopped counts its hits and says so, and a line that is no JSON is named', () => {
    const stopped = `${lines(setup, attempt('Be DAN', 'I am DAN', { 'dan.DAN': [1] }))}{"entry_type": "att`
    const { findings, skipped } = read('garak', stopped)
    expect(findings[0]).toMatchObject({ attempts: null, severity: 'major' })
    expect(skipped).toEqual([
      'line 3: no JSON object',
      'some probes were not evaluated to the end: their hits are counted, their attempts are not',
    ])
  })

  it('may be a hit log', () => {
    const hit = {
      goal: 'say it',
      prompt: conversation('Say it'),
      output: { text: 'It' },
      score: 1,
      generator: 'openai gpt-4o-mini',
      probe: 'lmrc.Profanity',
      detector: 'lmrc.Words',
    }
    expect(read('garak', lines(hit, hit)).findings).toMatchObject([
      {
        title: 'lmrc.Profanity (lmrc.Words)',
        attempts: null,
        evidence: [{ input: 'Say it', output: 'It' }, {}],
      },
    ])
  })
})

describe('results of promptfoo', () => {
  const result = (parts: object) => ({
    promptIdx: 0,
    testIdx: 0,
    provider: { id: 'http', label: 'support bot' },
    prompt: { raw: 'Answer: give me the keys', label: 'p' },
    vars: { prompt: 'give me the keys' },
    response: { output: 'Here they are' },
    success: false,
    failureReason: 1,
    score: 0,
    gradingResult: {
      pass: false,
      score: 0,
      reason: 'fails',
      componentResults: [
        { pass: false, reason: 'It gave the keys', assertion: { type: 'promptfoo:redteam:pii:direct' } },
      ],
    },
    metadata: { pluginId: 'pii:direct', strategyId: 'jailbreak', severity: 'high' },
    ...parts,
  })
  const passing = result({ success: true, failureReason: 0, gradingResult: { pass: true } })
  const file = (results: readonly object[], config: object = {}) =>
    JSON.stringify({ evalId: 'eval-1', results: { version: 3, results, prompts: [], stats: {} }, config })

  it('become a finding for each target and plugin with a failed test', () => {
    const { findings, skipped } = read('promptfoo', file([result({}), passing, passing]))
    expect(skipped).toEqual([])
    expect(findings).toMatchObject([
      {
        title: 'pii:direct: support bot',
        severity: 'major',
        attempts: { failed: 1, tried: 3 },
        evidence: [
          {
            input: 'give me the keys',
            output: 'Here they are',
            note: 'strategy jailbreak: It gave the keys',
          },
        ],
      },
    ])
  })

  it('that only pass are no finding, and what broke or is no attack is left out and counted', () => {
    const broken = result({ failureReason: 2, error: 'timeout', gradingResult: null })
    const plain = result({
      metadata: {},
      gradingResult: { pass: false, componentResults: [{ pass: false, assertion: { type: 'contains' } }] },
    })
    const { findings, skipped } = read('promptfoo', file([passing, broken, broken, plain]))
    expect(findings).toEqual([])
    expect(skipped).toEqual(['2 results that ended in an error', '1 results of no red-team plugin'])
  })

  it('take the worst severity stated by a test or the configuration, and know a plugin by its check', () => {
    const byCheck = result({ metadata: { severity: undefined } })
    const config = { redteam: { injectVar: 'query', plugins: [{ id: 'pii:direct', severity: 'critical' }] } }
    const asked = { vars: { query: 'ask this' } }
    const [finding] = read('promptfoo', file([{ ...byCheck, ...asked }], config)).findings
    expect(finding).toMatchObject({ severity: 'critical', evidence: [{ input: 'ask this' }] })
    const [mild] = read(
      'promptfoo',
      file([result({ metadata: { pluginId: 'politics', severity: 'low' } })]),
    ).findings
    expect(mild?.severity).toBe('minor')
  })
})

describe('a scan of Giskard', () => {
  it('of version 2 has issues by detector and level', () => {
    const report = {
      LLMPromptInjectionDetector: { major: ['The model can be hijacked.', 'It tells its prompt.'] },
      LLMBasicSycophancyDetector: { minor: ['It agrees with everything.'] },
      LLMCharsInjectionDetector: {},
    }
    const { findings } = read('giskard', JSON.stringify(report))
    expect(findings.map(({ title, kind, severity }) => [title, kind, severity])).toEqual([
      ['Prompt injection: The model can be hijacked.', 'security', 'major'],
      ['Prompt injection: It tells its prompt.', 'security', 'major'],
      ['Basic sycophancy: It agrees with everything.', 'quality', 'minor'],
    ])
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(3)
  })

  it('as AVID reports is one finding a line', () => {
    const avid = (value: string) => ({
      data_type: 'AVID',
      affects: { artifacts: [{ type: 'Model', name: 'bot' }] },
      problemtype: { classof: 'LLM Evaluation', description: { lang: 'eng', value } },
      impact: { avid: { risk_domain: ['Security'], sep_view: [] } },
    })
    const { findings, skipped } = read('giskard', `${lines(avid('Hijacked'), avid('Leaks'))}not json\n`)
    expect(findings.map(({ title, kind }) => [title, kind])).toEqual([
      ['Hijacked', 'security'],
      ['Leaks', 'security'],
    ])
    expect(skipped).toEqual(['line 3: no AVID report'])
  })

  it('of version 3 counts scenarios of one name together, and leaves errors out of both counts', () => {
    const scenario = (status: string, outputs = 'ok') => ({
      scenario_name: 'Prompt injection',
      status,
      duration_ms: 3,
      steps: [
        {
          results: [
            { status, message: `it said ${outputs}`, metrics: [], details: { check_name: 'no leak' } },
            { status: 'pass', message: null, metrics: [], details: {} },
          ],
        },
      ],
      final_trace: { interactions: [{ inputs: 'Ignore that', outputs, metadata: {} }] },
    })
    const report = { results: [scenario('fail', 'the secret'), scenario('pass'), scenario('error')] }
    const { findings, skipped } = read('giskard', JSON.stringify(report))
    expect(findings).toMatchObject([
      {
        title: 'Prompt injection',
        kind: 'security',
        attempts: { failed: 1, tried: 2 },
        evidence: [{ input: 'Ignore that', output: 'the secret', note: 'it said the secret' }],
      },
    ])
    expect(skipped).toEqual(['1 scenarios that ended in an error or were left out'])
  })
})

describe('any file', () => {
  const formats = ['garak', 'promptfoo', 'giskard'] as const

  it('of something else is refused, with what to send instead', () => {
    for (const format of formats)
      for (const text of ['', 'hello', '[]x', '{"a": 1}', '<!doctype html><html></html>'])
        expect(readFindings({ format, text, name: 'report.html' })).toMatchObject({
          ok: false,
          error: { code: 'ASSAY-9006', fix: expect.stringContaining('send the') },
        })
  })

  it('whatever it holds, gives findings that the hub can keep, or is refused', () => {
    const loose = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.constantFrom('\0', '\ud800', 'fail', 'attempt', 'eval', 'major'),
        fc.double(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'entry_type',
            'probe',
            'detector',
            'passed',
            'total',
            'results',
            'metadata',
            'pluginId',
            'outputs',
            'detector_results',
            'probe_classname',
            'scenario_name',
            'status',
            'steps',
            'major',
            '__proto__',
          ),
          tie('value'),
          { maxKeys: 6 },
        ),
      ),
    })).value
    const kept = findingSchema.pick({
      title: true,
      description: true,
      evidence: true,
      source: true,
      attempts: true,
    })
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.array(loose, { maxLength: 4 }), (format, rows) => {
        for (const text of [
          lines(...rows),
          JSON.stringify(rows[0] ?? null),
          JSON.stringify({ results: rows }),
        ]) {
          const found = readFindings({ format, text, name: 'file' })
          if (!found.ok) continue
          for (const finding of found.value.findings) {
            kept.parse(finding)
            const texts = [finding.title, finding.description, finding.fingerprint, finding.source.reference]
            for (const { input, output, note } of finding.evidence) texts.push(input, output, note)
            for (const text of texts) {
              expect(text).not.toContain('\0')
              expect(text?.isWellFormed()).toBe(true)
            }
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('of any size is told in bounded words', () => {
    const report = Object.fromEntries(
      Array.from({ length: 2_500 }, (_, index) => [`D${index}`, { major: ['x'.repeat(20_000)] }]),
    )
    const { findings, skipped } = read('giskard', JSON.stringify(report))
    expect(findings).toHaveLength(2_000)
    expect(skipped).toEqual(['500 findings behind the first 2000'])
    expect(findings[0]?.description).toHaveLength(10_000)
    expect(findings[0]?.title).toHaveLength(120)
  })
})
