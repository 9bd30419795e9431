import { formatCount, formatCounted, formatMoney, formatPercent } from '@assay/core/wording'
import type { PowerAnswer, PowerFigures } from './answer-power.ts'
import { formatNumber } from './format-number.ts'

/** The answer first: "To see 3 points at 80 % power you need 870 cases, about $3.48." Then what it rests on. */
export function describePower(answer: PowerAnswer): string {
  const { designEffect, assumption, worst } = answer
  return [
    headline(answer),
    `  assumes      ${assumption}${describeKnown(answer)}`,
    ...(worst === null ? [] : [`  at worst     ${describeWorst(answer, worst)}`]),
    ...(designEffect === 1
      ? []
      : [`               ${formatNumber(designEffect)} clustered cases tell as much as one`]),
  ].join('\n')
}

function describeKnown({ design, assumption }: PowerAnswer): string {
  switch (design.kind) {
    case 'paired rates':
      return assumption.includes('differ as in')
        ? ''
        : `; they differ on ${formatPercent(design.discordance)} of them`
    case 'unpaired rates':
    case 'paired rates from a baseline':
      return `; the first passes ${formatPercent(design.baseline)}`
    case 'paired means':
    case 'unpaired means':
      return ''
  }
}

function headline(answer: PowerAnswer): string {
  const size = (difference: number): string => formatDifferenceSize(answer, difference)
  const power = `${formatPercent(answer.power)} power`
  const each = answer.design.kind.startsWith('unpaired') ? ' in each run' : ''
  switch (answer.asks) {
    case 'cases':
      return answer.cases === null
        ? `No number of cases up to 10,000,000 shows ${size(answer.difference)} at ${power}.`
        : `To see ${size(answer.difference)} at ${power} you need ${describeCases(answer, each)}.`
    case 'effect': {
      const show = answer.cases === 1 ? 'shows' : 'show'
      return `${formatCounted(answer.cases, 'case')}${each} ${show} ${describeEffects(answer, answer)} at ${power}.`
    }
    case 'power': {
      const show = answer.cases === 1 ? 'shows' : 'show'
      return `${formatCounted(answer.cases, 'case')}${each} ${show} ${size(answer.difference)} with ${power}.`
    }
  }
}

function describeWorst(answer: PowerAnswer, worst: NonNullable<PowerAnswer['worst']>): string {
  const share = worst.discordance === null ? '' : `: ${formatPercent(worst.discordance)}`
  const where = `where they differ on as many as their rates allow${share}`
  switch (worst.asks) {
    case 'cases':
      return `${worst.cases === null ? 'over 10,000,000 cases' : describeCases(worst)}, ${where}`
    case 'effect':
      return `${describeEffects(answer, worst)}, ${where}`
    case 'power':
      return `${formatPercent(worst.power)} power, ${where}`
  }
}

type Asking<T extends PowerFigures['asks']> = Extract<PowerFigures, { asks: T }>

function describeCases({ cases, costUsd }: Asking<'cases'>, each = ''): string {
  const cost = costUsd === null ? '' : `, about ${formatMoney(costUsd)}`
  return `${formatCount(cases ?? 0)} cases${each}${cost}`
}

function describeEffects(answer: PowerAnswer, { rise, fall }: Asking<'effect'>): string {
  if (rise === null && fall === null) return 'no difference there can be'
  const size = (difference: number): string => `${formatDifferenceSize(answer, difference)} or more`
  if (rise !== null && fall !== null && Math.abs(rise + fall) < 1e-6) return `a difference of ${size(rise)}`
  const part = (name: string, difference: number | null): string =>
    difference === null ? `no ${name}` : `a ${name} of ${size(difference)}`
  return `${part('rise', rise)}, ${part('fall', fall)}`
}

/** In points for rates, plain for means. */
function formatDifferenceSize({ design }: PowerAnswer, difference: number): string {
  const isRate = design.kind.includes('rates')
  if (!isRate) return `a difference of ${formatNumber(Math.abs(difference))}`
  const points = Math.abs(difference) * 100
  return points === 1 ? '1 point' : `${formatNumber(Number(points.toPrecision(2)))} points`
}
