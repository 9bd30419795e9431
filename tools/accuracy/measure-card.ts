import type { AccuracyCard, Estimate, MeasuredSet } from '@assay/contracts'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AccuracySuite, ReadData } from './suites.ts'

/** Where the labelled sets lie, beside the checkout. */
export const dataFolder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

export const readData: ReadData = (path) => readFileSync(dataFolder + path, 'utf8')

/** The card of a judge or detector as it is today. */
export async function measureCard(suite: AccuracySuite): Promise<AccuracyCard> {
  const { id, kind, version, method, threshold, usdPer1000Verdicts, fooledBy, look } = suite
  const sets = await measureSets(suite)
  const msPer1000Characters = look === null ? null : await clock(look)
  return {
    id,
    kind,
    version,
    method,
    threshold,
    sets: [...sets],
    msPer1000Characters,
    usdPer1000Verdicts,
    fooledBy,
  }
}

/** Four decimals: what is stored, and compared with what is stored. */
export const measureSets = async ({
  measure,
}: Pick<AccuracySuite, 'measure'>): Promise<readonly MeasuredSet[]> => (await measure(readData)).map(roundSet)

function roundSet(set: MeasuredSet): MeasuredSet {
  const { truePositiveRate, falsePositiveRate, errorRate, auc, kappa, others } = set
  return {
    ...set,
    truePositiveRate: truePositiveRate === null ? null : roundEstimate(truePositiveRate),
    falsePositiveRate: falsePositiveRate === null ? null : roundEstimate(falsePositiveRate),
    ...(errorRate === undefined ? {} : { errorRate: roundEstimate(errorRate) }),
    ...(auc === undefined ? {} : { auc: roundEstimate(auc) }),
    ...(kappa === undefined ? {} : { kappa: roundEstimate(kappa) }),
    ...(others === undefined
      ? {}
      : { others: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, round(value)])) }),
  }
}

const roundEstimate = (estimate: Estimate): Estimate => ({
  ...estimate,
  value: estimate.value === null ? null : round(estimate.value),
  low: estimate.low === null ? null : round(estimate.low),
  high: estimate.high === null ? null : round(estimate.high),
})

const round = (value: number): number => Math.round(value * 1e4) / 1e4

const textsTimed = 200
const charactersTimed = 1_000

/** Median milliseconds for a text of 1,000 characters, on one core, once everything is loaded. */
async function clock(look: NonNullable<AccuracySuite['look']>): Promise<number> {
  const texts = pieces(readData('rag-kb-fastify-docs/Reference/Server.md'))
  for (const text of texts.slice(0, 20)) await look(text)
  const times: number[] = []
  for (const text of texts) {
    const start = performance.now()
    await look(text)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return Number((times[Math.floor(times.length / 2)] ?? 0).toPrecision(2))
}

function pieces(text: string): readonly string[] {
  const step = Math.max(1, Math.floor((text.length - charactersTimed) / textsTimed))
  return Array.from({ length: textsTimed }, (_, at) => text.slice(at * step, at * step + charactersTimed))
}
