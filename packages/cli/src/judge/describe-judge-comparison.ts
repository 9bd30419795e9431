import type { JudgeLabel } from '@assay/contracts'
import type { JudgeComparison, JudgeFlip } from '@assay/core/judging/calibration'
import { formatCounted, formatDifference, formatRate } from '@assay/core/wording'
import { cutLine } from '../render/format/fit-text.ts'
import { toPrintable } from '../render/terminal/printable.ts'
import { weightedWords } from './describe-measurement.ts'

const flipsShown = 10

export interface NamedComparison extends JudgeComparison {
  readonly judges: { readonly first: JudgeLabel['judge']; readonly second: JudgeLabel['judge'] }
}

/** Which of two judges agrees more with people, and on which answers they differ. */
export function describeJudgeComparison({ judges, ...compared }: NamedComparison, width: number): string {
  const [first, second] = namesOf(judges)
  const { difference, flips, notPaired } = compared
  const shown = flips
    .slice(0, flipsShown)
    .map((flip) => cutLine(toPrintable(`  ${describeFlip(flip)}`), width))
  const gained = flips.filter(({ change }) => change === 'gained').length
  return [
    `${second} against ${first}: ${formatDifference(difference)}`,
    `  ${first}  agrees with people on ${formatRate(compared.first)}`,
    `  ${second}  agrees with people on ${formatRate(compared.second)}`,
    ...(isSame(judges) ? ['  same judge  one judge in one version, twice: no other judge was tested'] : []),
    ...(compared.isWeighted ? [`  weighted  ${weightedWords}`] : []),
    ...(notPaired.first + notPaired.second === 0
      ? []
      : [`  not judged  ${notPaired.first} by ${first}, ${notPaired.second} by ${second}; in no difference`]),
    ...(flips.length === 0
      ? ['  no answer on which they differ']
      : [`${formatCounted(flips.length, 'answer')} judged otherwise, ${gained} of them right now`, ...shown]),
    ...(flips.length > shown.length ? [`  and ${flips.length - shown.length} more (--json)`] : []),
  ].join('\n')
}

const isSame = ({ first, second }: NamedComparison['judges']): boolean =>
  first.id === second.id && first.version === second.version

/** Two versions of one judge are told apart by version. */
function namesOf({ first, second }: NamedComparison['judges']): readonly [string, string] {
  if (first.id !== second.id) return [first.id, second.id]
  return [`${first.id} ${first.version}`, `${second.id} ${second.version}`]
}

const describeFlip = ({ label, first, second, change }: JudgeFlip): string =>
  `${change.padEnd(6)}  ${label.caseId}  people: ${label.outcome}; ${wordOf(first)} → ${wordOf(second)}`

const wordOf = ({ label, outcome }: JudgeLabel['verdict']): string => (label ?? outcome).replaceAll('-', ' ')
