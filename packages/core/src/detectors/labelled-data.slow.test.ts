import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { findPatterns } from './pii/find-patterns.ts'
import { secretsDetector } from './secrets/secrets-detector.ts'

const folder = path.resolve(fileURLToPath(new URL('../../../../..', import.meta.url)), 'shared/data')

const readRows = <T extends z.ZodType>(name: string, schema: T): readonly z.output<T>[] =>
  readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))

interface Counts {
  readonly found: number
  readonly positives: number
  readonly falseAlarms: number
  readonly negatives: number
}

function count(rows: readonly { readonly isPositive: boolean; readonly isFound: boolean }[]): Counts {
  const of = (isPositive: boolean, isFound?: boolean) =>
    rows.filter((row) => row.isPositive === isPositive && (isFound === undefined || row.isFound === isFound))
      .length
  return { found: of(true, true), positives: of(true), falseAlarms: of(false, true), negatives: of(false) }
}

const show = (name: string, { found, positives, falseAlarms, negatives }: Counts) =>
  process.stdout.write(
    `${name}: ${found} of ${positives} found, ${falseAlarms} of ${negatives} false alarms\n`,
  )

const isAbsent = !existsSync(folder)
if (isAbsent) process.stdout.write(`skipped: the labelled data do not stand at ${folder}\n`)

/** Types of the table that the rules claim to know. */
const known = [
  'EMAIL_ADDRESS',
  'CREDIT_CARD',
  'IBAN_CODE',
  'PHONE_NUMBER',
  'US_SSN',
  'UK_NHS',
  'ES_NIE',
  'IT_FISCAL_CODE',
  'FI_PERSONAL_IDENTITY_CODE',
  'UK_NINO',
]

it.skipIf(isAbsent)('personal data of fixed form: finds most, and few by mistake', () => {
  const schema = z.object({
    text: z.string(),
    entity: z.array(z.string()).nullable(),
    expected_count: z.number(),
  })
  const rows = readRows('pii-presidio-recognizer-cases/cases.jsonl', schema)
    .filter(({ entity }) => entity?.some((each) => known.includes(each)))
    .map(({ text, expected_count }) => ({
      isPositive: expected_count > 0,
      isFound: findPatterns(text).some(({ score }) => score >= 0.5),
    }))
  const counts = count(rows)
  show('personal data', counts)
  expect(counts.found / counts.positives).toBeGreaterThan(0.8)
  expect(counts.falseAlarms / counts.negatives).toBeLessThan(0.1)
})

it.skipIf(isAbsent)('secrets: finds most, and no more false alarms than the scanners measured before', () => {
  const schema = z.object({ text: z.string(), label: z.number() })
  const rows = readRows('secrets-secretlint/cases.jsonl', schema).map(({ text, label }) => ({
    isPositive: label === 1,
    isFound: secretsDetector.detectText(text).score >= 0.5,
  }))
  const counts = count(rows)
  show('secrets', counts)
  expect(counts.found / counts.positives).toBeGreaterThan(0.6)
  expect(counts.falseAlarms / counts.negatives).toBeLessThan(0.2)
})

it.skipIf(isAbsent)('secrets: raises next to no alarm in documentation', () => {
  const files = globSync(path.join(folder, 'rag-kb-{employee-handbook,fastify-docs}/**/*.md'))
  const alarms = files.filter((file) => secretsDetector.detectText(readFileSync(file, 'utf8')).score >= 0.5)
  process.stdout.write(`secrets in documentation: ${alarms.length} of ${files.length} files\n`)
  expect(files.length).toBeGreaterThan(20)
  expect(alarms.length).toBeLessThanOrEqual(2)
})
