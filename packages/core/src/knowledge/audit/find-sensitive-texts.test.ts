import { buildServiceKnowledgeBase } from '@assay/testkit'
import { expect, it } from 'vitest'
import type { Detector } from '../../ports/detector.ts'
import { createError } from '../../errors/create-error.ts'
import { must } from '../../must.ts'
import { fail, ok } from '../../result.ts'
import { auditKnowledgeBase } from './audit-knowledge-base.ts'
import { countSensitive, findSensitiveTexts } from './find-sensitive-texts.ts'

const { signal } = new AbortController()

/** Finds the word of its label wherever it stands. */
const finds = (id: string, label: string, score = 0.9): Detector => ({
  id,
  version: '1',
  detect: async (inputs) =>
    ok(
      inputs.map(({ text }) => {
        const spans = [...text.matchAll(new RegExp(label, 'g'))].map(({ index }) => ({
          start: index,
          end: index + label.length,
          label,
          score,
        }))
        return { score: spans.length > 0 ? score : 0, spans }
      }),
    ),
})

const base = buildServiceKnowledgeBase(2, 2)
const [first] = base.chunks
const word = /\p{L}{5,}/u.exec(first?.text ?? '')?.[0] ?? ''

it('gives one finding a label, with every place and no value', async () => {
  const found = await findSensitiveTexts(base, signal, [finds('pii', word), finds('secrets', 'no such word')])
  const findings = found.ok ? found.value : []
  expect(findings).toHaveLength(1)
  const [{ kind, severity, message, places } = { places: [] }] = findings
  expect({ kind, severity }).toEqual({ kind: 'personal-data', severity: 'high' })
  expect(message).toContain(`${word}: ${places.length} place`)
  for (const { quote, start, end } of places) {
    expect(quote).toBe('•'.repeat(word.length))
    expect(end - start).toBe(word.length)
  }
})

it('tells secrets from personal data, and lists both with the rest of the audit', async () => {
  const found = await findSensitiveTexts(base, signal, [finds('secrets', word)])
  const also = found.ok ? found.value : []
  expect(auditKnowledgeBase(base, { also }).findings.map(({ kind }) => kind)).toContain('secret')
})

it('counts what is surer than even, and no names', async () => {
  const detectors = [finds('pii', word), finds('pii', 'service', 0.4), finds('pii', 'person')]
  const chunks = [`${word} ${word} service person`, word].map((text) => ({
    ...must(first ?? null, 'first chunk'),
    text,
  }))
  const counted = await countSensitive({ chunks }, signal, detectors)
  expect(counted.ok && [...counted.value]).toEqual([[word, 3]])
})

it('fails where a detector fails, or leaves a text out', async () => {
  const broken: Detector = {
    ...finds('pii', word),
    detect: async () => fail(createError('ASSAY-5002')),
  }
  const short: Detector = { ...finds('pii', word), detect: async () => ok([]) }
  for (const [detector, code] of [
    [broken, 'ASSAY-5002'],
    [short, 'ASSAY-7013'],
  ] as const) {
    const found = await findSensitiveTexts(base, signal, [detector])
    expect(found.ok ? null : found.error.code).toBe(code)
  }
})
