import type { Estimate } from '@assay/contracts'

/** Wilson 95 %. */
export function rate(successes: number, n: number): Estimate {
  if (n === 0) return { value: null, low: null, high: null, n: 0, method: 'Wilson 95 %' }
  const z = 1.959_963_985
  const p = successes / n
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return {
    value: p,
    low: Math.max(0, middle - half),
    high: Math.min(1, middle + half),
    n,
    successes,
    method: 'Wilson 95 %',
  }
}

export function mean(values: readonly number[]): Estimate {
  if (values.length === 0) return { value: null, low: null, high: null, n: 0, method: 'cluster t 95 %' }
  const value = values.reduce((sum, each) => sum + each, 0) / values.length
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / Math.max(1, values.length - 1)
  const half = 2 * Math.sqrt(variance / values.length)
  return {
    value,
    low: Math.max(0, value - half),
    high: Math.min(1, value + half),
    n: values.length,
    method: 'cluster t 95 %',
  }
}
