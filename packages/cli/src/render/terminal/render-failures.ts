import type { FailureGroup } from '@assay/core/evaluation'
import { componentWords, formatCounted, formatPercent } from '@assay/core/wording'
import { cutLine } from '../format/fit-text.ts'
import type { ReportCase } from '../report-case.ts'
import { toPrintable } from './printable.ts'

/** Groups of failures, each with two cases to look at: "4 cases (31 %)  correctness · incorrect · simple  retrieval". */
export function renderFailures(
  groups: readonly FailureGroup[],
  cases: readonly ReportCase[],
  width = 80,
): string {
  const byId = new Map(cases.map((each) => [each.result.caseId, each]))
  const lines = groups.flatMap((group) => [
    toPrintable(describeGroup(group)),
    ...group.examples.map(({ caseId }) => cutLine(describeExample(caseId, byId.get(caseId)), width)),
  ])
  return groups.length === 0 ? 'No case failed.' : lines.join('\n')
}

function describeGroup({ label, component, cases, share }: FailureGroup): string {
  const cause = component === null ? '' : `  ${componentWords[component].label}`
  return `${formatCounted(cases, 'case')} (${formatPercent(share)})  ${label}${cause}`
}

function describeExample(caseId: string, shown: ReportCase | undefined): string {
  const answer = (shown?.answer?.text ?? 'none').replaceAll(/\s+/g, ' ')
  return toPrintable(`  ${caseId}  ${shown?.testCase.question ?? ''} → ${answer}`)
}
