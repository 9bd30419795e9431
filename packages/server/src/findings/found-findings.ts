import type { Finding } from '@assay/contracts/hub'
import { estimateRate } from '@assay/core/statistics'
import { formatRate } from '@assay/core/wording'
import type { FoundFinding } from '@assay/storage/postgres'

/** What a file told, and what of it could not be told, in words. */
export interface ReadFindings {
  readonly findings: readonly FoundFinding[]
  readonly skipped: readonly string[]
}

interface Told {
  readonly title: string
  readonly kind: Finding['kind']
  readonly severity: Finding['severity']
  readonly source: Finding['source']
  /** What makes it the same finding in the next file. */
  readonly sameBy: readonly string[]
  readonly description: string
  readonly evidence: Finding['evidence']
  readonly attempts: Finding['attempts']
}

/** Attempts that are shown. */
export const shownEvidence = 10
const cuts = { title: 120, text: 4_000, note: 1_000, description: 10_000, reference: 300 } as const

/** As the hub keeps it: texts cut, without what a database cannot hold. */
export const toFoundFinding = (told: Told): FoundFinding => ({
  title: cut(told.title.replaceAll(/\s+/g, ' '), cuts.title) || 'Unnamed finding',
  kind: told.kind,
  severity: told.severity,
  source: { kind: told.source.kind, reference: cut(told.source.reference, cuts.reference) },
  fingerprint: cleaned(JSON.stringify(told.sameBy)),
  evaluationId: null,
  description: cut(told.description, cuts.description),
  evidence: told.evidence.slice(0, shownEvidence).map(({ input, output, note }) => ({
    input: cut(input, cuts.text),
    output: cut(output, cuts.text),
    note: cut(note, cuts.note),
  })),
  attempts: told.attempts,
})

/** "12 % (8–17, n = 250) of the attempts succeeded". */
export function describeAttempts({ failed, tried }: NonNullable<Finding['attempts']>): string {
  const outcomes = Array.from({ length: Math.min(tried, maxOutcomes) }, (_, index) => ({
    pass: index < (failed / tried) * Math.min(tried, maxOutcomes),
  }))
  return `${formatRate({ ...estimateRate({ outcomes }), n: tried })} of the attempts succeeded`
}

/** The interval of more is no narrower than anybody reads. */
const maxOutcomes = 100_000

const cleaned = (text: string): string => text.toWellFormed().replaceAll('\0', '')

function cut(text: string, length: number): string {
  const clean = cleaned(text).trim()
  return clean.length <= length ? clean : `${clean.slice(0, length - 1).toWellFormed()}…`
}
