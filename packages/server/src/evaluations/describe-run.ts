import {
  evaluationConfigurationSchema,
  type CheckUse,
  type EvaluationConfiguration,
  type RunManifest,
} from '@assay/contracts'
import type { NewEvaluation } from '@assay/storage/postgres'
import { InvalidRequest } from '../http/read-request.ts'

/** What a run says of itself, as its evaluation shows it. */
export type DescribedRun = Pick<
  NewEvaluation,
  'name' | 'target' | 'testSet' | 'judge' | 'checks' | 'repeats' | 'startedAt'
> & { readonly manifest: RunManifest }

const nameLength = 120

/** Throws `InvalidRequest` for a run that is no evaluation. */
export function describeRun(manifest: RunManifest): DescribedRun {
  const configuration = readConfiguration(manifest)
  const { target, testSet, judge, repeats, checks } = configuration
  return {
    manifest,
    name: plain(manifest.name).slice(0, nameLength) || 'unnamed',
    target: { name: plain(target.name), version: target.version === null ? null : plain(target.version) },
    testSet: { name: plain(testSet.name), hash: plain(testSet.hash), cases: testSet.cases },
    judge: { id: plain(judge.id), version: plain(judge.version) },
    checks: checks.map((use) => plain(nameOf(use))),
    repeats,
    startedAt: readTime(manifest.createdAt),
  }
}

/** Throws `InvalidRequest` where it is not that of an evaluation. */
export function readConfiguration(manifest: RunManifest): EvaluationConfiguration {
  const configuration = evaluationConfigurationSchema.safeParse(manifest.configuration)
  if (manifest.kind === 'evaluation' && configuration.success) return bounded(configuration.data)
  if (configuration.success || manifest.kind !== 'evaluation')
    throw new InvalidRequest([
      { pointer: '/manifest/kind', message: 'a hub keeps evaluations; this run is something else' },
    ])
  throw new InvalidRequest(
    configuration.error.issues.map(({ path, message }) => ({
      pointer: ['/manifest/configuration', ...path.map(String)].join('/'),
      message,
    })),
  )
}

const maxUnits = 10_000_000

function bounded(configuration: EvaluationConfiguration): EvaluationConfiguration {
  const units = configuration.testSet.cases * configuration.repeats
  if (configuration.testSet.cases >= 0 && units <= maxUnits) return configuration
  throw new InvalidRequest([
    {
      pointer: '/manifest/configuration/testSet/cases',
      message: `cases and repeats make more than ${maxUnits} questions`,
    },
  ])
}

/** `null`: it is none. */
const readTime = (text: string): string | null =>
  /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null

const nameOf = ({ name, check, template }: CheckUse): string => name ?? check ?? template ?? 'check'

/** PostgreSQL keeps every character but this one. */
const plain = (text: string): string => text.replaceAll('\0', '').trim()
