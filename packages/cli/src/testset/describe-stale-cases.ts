import type { StaleCase, StaleReason } from '@assay/core/knowledge'
import { cutLine, fitText } from '../render/format/fit-text.ts'
import { toPrintable } from '../render/terminal/printable.ts'

export function describeStaleCases(stale: readonly StaleCase[], all: number, width: number): string {
  if (stale.length === 0) return `all ${all} cases still stand in the documents`
  const lines = stale.flatMap(({ caseId, reasons }) =>
    reasons.map((reason) => cutLine(toPrintable(`  ${caseId}  ${describeReason(reason)}`), width)),
  )
  return [`${stale.length} of ${all} cases went stale`, ...lines].join('\n')
}

function describeReason({ kind, chunkId, quote = '', movedTo }: StaleReason): string {
  switch (kind) {
    case 'context-gone':
      return `passage ${chunkId} is gone`
    case 'quote-gone':
      return `no passage says any more: "${fitText(quote, 60)}"`
    case 'quote-moved':
      return `now in passage ${movedTo ?? 'unknown'}: "${fitText(quote, 60)}"`
  }
}
