/** A plain figure, four digits that count: "0.4213", "12.3", "1,840". */
export function formatNumber(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(1).replace('-', value < 0 ? '−' : '-')
  const digits = Math.max(0, 3 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.1))))
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(4, digits) }).replace('-', '−')
}

interface Figure {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
}

/** "0.72 (0.61–0.81, n = 64)" on any scale, as exact as the interval allows; an end that is not known is left open. */
export function formatNumberEstimate({ value, low, high, n }: Figure): string {
  const count = `n = ${n.toLocaleString('en-US')}`
  if (value === null) return n === 0 ? 'not tested' : `undefined (${count})`
  if (low !== null && high !== null) {
    const decimals = decimalsFor(high - low)
    return `${fixed(value, decimals)} (${formatRange(low, high, decimals)}, ${count})`
  }
  const end =
    low !== null ? [`at least ${formatNumber(low)}`] : high !== null ? [`at most ${formatNumber(high)}`] : []
  return `${formatNumber(value)} (${[...end, count].join(', ')})`
}

/** "0.61–0.81", and "−0.1 to 0.3" where a sign would meet the dash. */
export function formatRange(low: number, high: number, decimals = decimalsFor(high - low)): string {
  return `${fixed(low, decimals)}${low < 0 ? ' to ' : '–'}${fixed(high, decimals)}`
}

/** Two digits of the width of the interval, a little less for wide ones. */
const decimalsFor = (width: number): number =>
  width > 0 ? Math.min(6, Math.max(0, Math.ceil(0.7 - Math.log10(width)))) : 4

const fixed = (value: number, decimals: number): string =>
  value
    .toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .replace(/^-(?=0(\.0+)?$)/, '')
    .replace('-', '−')
