import type { MeasuredSet } from '@assay/contracts'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { secretsDetector } from '../../packages/core/src/detectors/secrets/secrets-detector.ts'
import { fillTokenForm } from '../../packages/core/src/detectors/secrets/token-form.ts'
import { createRandom } from '../../packages/core/src/statistics/random.ts'
import { measureDetector, type LabelledInput } from './measure-detector.ts'
import { parseLines } from './parse-lines.ts'
import { challengeHarmless, challengeSecrets } from './secrets-challenge.data.ts'

/** The secrets detector on labelled lines, and its false alarms in documentation and code that hold no secret. */
export async function measureSecrets(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  return [
    await measureDetector(secretsDetector, readRuleSnapshots(read('secrets-secretlint/cases.jsonl')), {
      name: 'secrets-secretlint',
      what: 'Snapshots of the tests of 33 rules of a public scanner; among its secrets are account numbers and home folders, among its negatives real tokens that an option allows',
      kept: 'tuned on',
    }),
    await measureDetector(secretsDetector, makeChallenge(), {
      name: 'secrets-challenge, our own',
      what: 'Our own lines of code, configuration, shell and prose, tokens made at run time; written before the rules were tuned, but by the same hand',
      kept: 'tuned on',
    }),
    await measureDetector(secretsDetector, harmless(readDocumentation(read)), {
      name: 'rag-kb-fastify-docs and rag-kb-employee-handbook',
      what: 'Whole files of documentation, which hold example passwords at most',
      kept: 'tuned on',
    }),
    await measureDetector(secretsDetector, harmless(readOwnSources()), {
      name: 'sources of this repository and its lock file',
      what: 'Whole files; what tests and tools of detectors hold for secrets is left out',
      kept: 'tuned on',
    }),
  ]
}

export const fooledBy: readonly string[] = [
  'A password of letters alone is found only where it is among the most chosen: `password = "tangerine"` is missed.',
  'A token of no known issuer without a name beside it is missed: `send("q8Zr…", user)`.',
  'Words joined by signs are taken for code: `jwt_secret = "shhhh-its-a-s3cret"` is missed.',
  'A password that follows no name is missed: `echo "Yt6p…" | sudo -S ls`, `openssl enc -k Yt6p…`.',
  'Addresses with `user:password` or `admin:admin` are taken for examples, also where they work.',
  'A complete token in a manual is an alarm: example passwords such as `Password123!` are found.',
  'A project key of OpenAI that someone made up, without `T3BlbkFJ` in it, is missed where no name stands beside it.',
  'A public token under a secret name is an alarm: `badge.svg?token=…`.',
]

const snapshotSchema = z.object({ text: z.string(), label: z.number() })

const readRuleSnapshots = (lines: string): readonly LabelledInput[] =>
  parseLines(lines, snapshotSchema).map(({ text, label }) => ({ text, isPositive: label === 1 }))

function makeChallenge(): readonly LabelledInput[] {
  const random = createRandom('secrets challenge')
  const make = (texts: readonly string[], isPositive: boolean) =>
    texts.map((text) => ({ text: fillTokenForm(text, random), isPositive }))
  return [...make(challengeSecrets, true), ...make(challengeHarmless, false)]
}

const harmless = (texts: readonly string[]): readonly LabelledInput[] =>
  texts.map((text) => ({ text, isPositive: false }))

const repository = fileURLToPath(new URL('../..', import.meta.url))
const dataFolder = path.resolve(repository, '../shared/data')

const readDocumentation = (read: (path: string) => string): readonly string[] =>
  globSync('rag-kb-{fastify-docs,employee-handbook}/**/*.md', { cwd: dataFolder }).toSorted().map(read)

const readOwnSources = (): readonly string[] =>
  ['package-lock.json', ...globSync('packages/*/src/**/*.{ts,json}', { cwd: repository })]
    .filter((file) => !/secrets|detector|node_modules/.test(file))
    .toSorted()
    .map((file) => readFileSync(path.join(repository, file), 'utf8'))
