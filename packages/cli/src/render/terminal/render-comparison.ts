import type { Comparison } from '@assay/contracts'
import {
  describeCorrectedComparison,
  describeUnpaired,
  formatCounted,
  formatDifference,
  formatOutcome,
  formatRate,
} from '@assay/core/wording'
import { cutLine, fitText } from '../format/fit-text.ts'
import { toPrintable } from './printable.ts'

const flipsShown = 3

/**
 * The comparison line of a summary: "v2 (small model) worse by 21 points (8–34, 40 pairs)", and a verdict that is no
 * comparative against what it was found. B is the named one.
 */
export function renderComparisonLine(comparison: Comparison): string {
  const { a, b } = nameSides(comparison)
  const { verdict } = comparison.overall
  const subject = verdict === 'better' || verdict === 'worse' ? b : `${b} against ${a}:`
  return `${subject} ${formatDifference(comparison.overall)}`
}

/** What `eval compare` ends with: the verdict, what differs, where, what flipped. At most ten lines. */
export function renderComparison(comparison: Comparison, width = 80): string {
  const fit = (line: string) => cutLine(toPrintable(line), width)
  const { a, b } = nameSides(comparison)
  return [
    `${b} against ${a}: ${formatDifference(comparison.overall)}`,
    fit(`  was ${formatRate(comparison.a.passing)}, is ${formatRate(comparison.b.passing)}`),
    ...describeCorrected(comparison).map(fit),
    ...describeConfounders(comparison).map(fit),
    ...describeTypes(comparison).map(fit),
    ...describeFlips(comparison).map(fit),
  ].join('\n')
}

/** By their targets, or by the runs where both have the same. */
function nameSides({ a, b }: Comparison): { readonly a: string; readonly b: string } {
  const [first, second] = [nameTarget(a), nameTarget(b)]
  return first === second ? { a: toPrintable(a.name), b: toPrintable(b.name) } : { a: first, b: second }
}

const nameTarget = (run: Comparison['a']): string =>
  toPrintable(run.targetVersion === null ? run.target : `${run.target} ${run.targetVersion}`)

function describeCorrected(comparison: Comparison): readonly string[] {
  const text = describeCorrectedComparison(comparison)
  return text === null ? [] : [`  corrected    ${text}`]
}

function describeConfounders({ differs, cases }: Comparison): readonly string[] {
  const confounders = differs.filter((setting) => setting.effect === 'confounds')
  const leftOut = describeUnpaired(cases)
  return [
    ...(confounders.length === 0
      ? []
      : [`  also differs ${confounders.map(({ what, a, b }) => `${what} (${a} → ${b})`).join(', ')}`]),
    ...(leftOut.length === 0 ? [] : [`  left out     ${leftOut.join(', ')}`]),
  ]
}

function describeTypes({ byType }: Comparison): readonly string[] {
  return byType
    .filter(({ difference }) => difference.verdict === 'better' || difference.verdict === 'worse')
    .sort((x, y) => (x.difference.difference ?? 0) - (y.difference.difference ?? 0))
    .slice(0, 3)
    .map(({ type, difference }) => `  ${type.padEnd(12)} ${formatDifference(difference)}`)
}

function describeFlips({ flips }: Comparison): readonly string[] {
  const lost = flips.filter((flip) => flip.change === 'lost')
  const gained = flips.filter((flip) => flip.change === 'gained')
  return [
    `  flipped      ${formatCounted(lost.length, 'case')} lost, ${formatCounted(gained.length, 'case')} gained`,
    ...[...lost, ...gained]
      .slice(0, flipsShown)
      .map(
        (flip) =>
          `               "${fitText(flip.question, 40)}" ${formatOutcome({ type: flip.type, ...flip.from })} → ${formatOutcome({ type: flip.type, ...flip.to })}`,
      ),
  ]
}
