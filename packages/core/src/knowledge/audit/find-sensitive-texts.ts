import { loadBuiltInDetector } from '../../detectors/built-in-detectors.ts'
import { findSensitive, type SensitiveSpan } from '../../detectors/find-sensitive.ts'
import { maskSpans } from '../../detectors/mask-spans.ts'
import type { Detector } from '../../ports/detector.ts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import { ok, type Result } from '../../result.ts'
import { auditDocuments, type AuditDocument } from './audit-document.ts'
import type { Finding, FindingPlace } from './finding.ts'

/** Personal data and secrets in the documents, one finding a label; quotes are masked, so that no value leaves its document. */
export async function findSensitiveTexts(
  knowledgeBase: KnowledgeBase,
  signal: AbortSignal,
  detectors?: readonly Detector[],
): Promise<Result<readonly Finding[]>> {
  const documents = auditDocuments(knowledgeBase)
  const found = await findSensitive(
    documents.map(({ text }) => text),
    detectors ?? (await loadSensitiveDetectors()),
    signal,
  )
  if (!found.ok) return found
  const all = documents.flatMap((document, index) =>
    (found.value[index] ?? []).map((span) => ({ document, span })),
  )
  const byLabel = Map.groupBy(all, ({ span: { detector, label } }) => `${detector} ${label}`)
  return ok([...byLabel.values()].flatMap(toFindings))
}

/**
 * How often each kind of personal data and secrets stands in the passages. Names are left out: they are found less surely,
 * and hardly a document is without any.
 */
export async function countSensitive(
  { chunks }: Pick<KnowledgeBase, 'chunks'>,
  signal: AbortSignal,
  detectors?: readonly Detector[],
): Promise<Result<ReadonlyMap<string, number>>> {
  const found = await findSensitive(
    chunks.map(({ text }) => text),
    detectors ?? (await loadSensitiveDetectors()),
    signal,
  )
  if (!found.ok) return found
  const labels = found.value.flat().filter((span) => !isName(span))
  return ok(
    new Map([...Map.groupBy(labels, ({ label }) => label)].map(([label, all]) => [label, all.length])),
  )
}

const loadSensitiveDetectors = (): Promise<readonly Detector[]> =>
  Promise.all((['pii', 'secrets'] as const).map(loadBuiltInDetector))

const isName = ({ label }: SensitiveSpan): boolean => label === 'person' || label === 'address'

interface Sensitive {
  readonly document: AuditDocument
  readonly span: SensitiveSpan
}

function toFindings(all: readonly Sensitive[]): readonly Finding[] {
  const documents = new Set(all.map(({ document }) => document.record.id)).size
  return all.slice(0, 1).map(({ span }) => ({
    kind: span.detector === 'secrets' ? 'secret' : 'personal-data',
    severity: isName(span) ? 'low' : 'high',
    message: `${span.label.replaceAll('-', ' ')}: ${counted(all.length, 'place')} in ${counted(documents, 'document')}`,
    places: all.map(toPlace),
  }))
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const toPlace = ({ document: { record, text }, span: { start, end, ...span } }: Sensitive): FindingPlace => {
  const value = text.slice(start, end)
  const whole = { ...span, start: 0, end: value.length }
  return { source: record.source, start, end, quote: maskSpans(value, [whole], 'characters') }
}
