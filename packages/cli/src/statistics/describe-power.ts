import { formatMoney } from '../render/format/format-amount.ts'
import { formatCount, formatPercent } from '../render/format/format-figure.ts'
import type { PowerAnswer } from './answer-power.ts'
import { formatNumber } from './format-number.ts'

/** The answer first: "To see 3 points at 80 % power you need 870 cases, about $3.48." Then what it rests on. */
export function describePower(answer: PowerAnswer): string {
  const { design, designEffect, assumption } = answer
  const known =
    design.kind === 'paired rates'
      ? `; they differ on ${formatPercent(design.discordance)} of them`
      : design.kind === 'unpaired rates'
        ? `; the first passes ${formatPercent(design.baseline)}`
        : ''
  const basis = answer.assumption.includes('differ as in') ? assumption : `${assumption}${known}`
  return [
    headline(answer),
    `  assumes      ${basis}`,
    ...(designEffect === 1
      ? []
      : [`               ${formatNumber(designEffect)} clustered cases tell as much as one`]),
  ].join('\n')
}

function headline(answer: PowerAnswer): string {
  const size = (difference: number): string => formatDifferenceSize(answer, difference)
  const power = `${formatPercent(answer.power)} power`
  const each = answer.design.kind.startsWith('unpaired') ? ' in each run' : ''
  switch (answer.asks) {
    case 'cases': {
      if (answer.cases === null)
        return `No number of cases up to 10,000,000 shows ${size(answer.difference)} at ${power}.`
      const cost = answer.costUsd === null ? '' : `, about ${formatMoney(answer.costUsd)}`
      return `To see ${size(answer.difference)} at ${power} you need ${formatCount(answer.cases)} cases${each}${cost}.`
    }
    case 'effect':
      return `${formatCount(answer.cases)} cases${each} show ${describeEffects(answer)} at ${power}.`
    case 'power':
      return `${formatCount(answer.cases)} cases${each} show ${size(answer.difference)} with ${power}.`
  }
}

function describeEffects(answer: Extract<PowerAnswer, { asks: 'effect' }>): string {
  const { rise, fall } = answer
  if (rise === null && fall === null) return 'no difference there can be'
  const size = (difference: number | null): string =>
    difference === null ? 'none' : `${formatDifferenceSize(answer, difference)} or more`
  const alike = rise !== null && fall !== null && Math.abs(rise + fall) < 1e-6
  return alike ? `a difference of ${size(rise)}` : `a rise of ${size(rise)}, a fall of ${size(fall)}`
}

/** In points for rates, plain for means. */
function formatDifferenceSize({ design }: PowerAnswer, difference: number): string {
  const isRate = design.kind.endsWith('rates')
  if (!isRate) return `a difference of ${formatNumber(Math.abs(difference))}`
  const points = Math.abs(difference) * 100
  return points === 1 ? '1 point' : `${formatNumber(Number(points.toPrecision(2)))} points`
}
