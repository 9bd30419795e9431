import type { Finding, FindingKind, KnowledgeBaseAudit } from '@assay/core/knowledge'
import { formatCounted } from '@assay/core/wording'
import { cutLine } from '../render/format/fit-text.ts'

const kindWords: Readonly<Record<FindingKind, string>> = {
  'conflicting-values': 'conflicting values',
  'competing-names': 'competing names',
  'near-duplicates': 'near-duplicates',
  'dangling-reference': 'dangling references',
  boilerplate: 'boilerplate',
  'orphan-heading': 'headings without text',
  'long-passage': 'long passages',
  'short-passage': 'short passages',
  'mixed-languages': 'mixed languages',
  'personal-data': 'personal data',
  secret: 'secrets',
}

const shownPerKind = 3
const shownPlaces = 2

/** Findings by kind, what matters most first; with `all` every finding with every place. */
export function describeAudit(
  { findings, counts }: KnowledgeBaseAudit,
  options: { readonly all: boolean; readonly width: number },
): string {
  const kinds = [...new Set(findings.map((finding) => finding.kind))]
  if (kinds.length === 0)
    return 'Nothing found: no conflicts, duplicates, dangling references or odd passages.'
  return kinds
    .map((kind) => {
      const ofKind = findings.filter((finding) => finding.kind === kind)
      const shown = options.all ? ofKind : ofKind.slice(0, shownPerKind)
      const left = (counts[kind] ?? ofKind.length) - shown.length
      return [
        `${kindWords[kind]}: ${counts[kind] ?? ofKind.length}  (${ofKind[0]?.severity ?? ''})`,
        ...shown.flatMap((finding) => describeFinding(finding, options)),
        ...(left > 0 ? [`  and ${left} more${options.all ? '' : ' (--all)'}`] : []),
      ].join('\n')
    })
    .join('\n')
}

function describeFinding(
  { message, places }: Finding,
  { all, width }: { readonly all: boolean; readonly width: number },
): readonly string[] {
  const shown = all ? places : places.slice(0, shownPlaces)
  const left = places.length - shown.length
  return [
    cutLine(`  ${message}`, width),
    ...shown.map(({ source, start, quote }) =>
      cutLine(`    ${source}@${start}: ${quote.replaceAll(/\s+/g, ' ')}`, width),
    ),
    ...(left > 0 ? [`    and ${formatCounted(left, 'more place')}`] : []),
  ]
}
