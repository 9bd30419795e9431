/** US dollars: "$0.04", "$1,204.50", "$0.0012"; `null`: the price is unknown. */
export function formatMoney(usd: number | null): string {
  if (usd === null) return 'unknown'
  if (usd === 0) return '$0'
  if (usd < 0.0001) return '<$0.0001'
  if (usd < 0.01) return `$${usd.toPrecision(2)}`
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

/** "840", "12.4k", "1.2M". */
export function formatTokens(tokens: number): string {
  if (tokens < 1_000) return String(Math.round(tokens))
  if (tokens < 99_950) return `${trimZero((tokens / 1_000).toFixed(1))}k`
  if (tokens < 999_500) return `${Math.round(tokens / 1_000)}k`
  return `${trimZero((tokens / 1_000_000).toFixed(1))}M`
}

const trimZero = (figure: string): string => figure.replace(/\.0$/, '')
