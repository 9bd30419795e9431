import type { DetectedSpan, Detection, Detector } from '../ports/detector.ts'
import { ok } from '../result.ts'

/** One form of what a rule detector looks for. */
export interface DetectionRule {
  readonly label: string
  /**
   * Flags `g` and `d`. Each quantifier is bounded or can only match in one way, so that a text of any form is read in
   * linear time. The group `value`, where there is one, is what is found; the rest is context.
   */
  readonly pattern: RegExp
  /** How sure a match is, 0 to 1. */
  readonly score: number
  /** Words of which one must stand shortly before the value, for forms that many harmless things have. */
  readonly keywords?: RegExp
  /** Whether the value can be what it looks like: a checksum, a range. A number: how sure. A string: only this start of it. */
  readonly accept?: (value: string) => boolean | number | string
}

/** A detector that needs no model: the same text always gives the same spans. */
export function createRuleDetector(
  id: string,
  version: string,
  rules: readonly DetectionRule[],
): Detector & { readonly detectText: (text: string) => Detection } {
  const detectText = (text: string): Detection => {
    const spans = keepBest(rules.flatMap((rule) => findAll(rule, text)))
    return { score: Math.max(0, ...spans.map(({ score }) => score)), spans }
  }
  return {
    id,
    version,
    detectText,
    detect: (inputs) => Promise.resolve(ok(inputs.map(({ text }) => detectText(text)))),
  }
}

/** How far before a value its keyword may stand. */
const keywordReach = 40

function findAll(rule: DetectionRule, text: string): readonly DetectedSpan[] {
  const found: DetectedSpan[] = []
  for (const match of text.matchAll(rule.pattern)) {
    const [start, end] = match.indices?.groups?.['value'] ?? match.indices?.[0] ?? [0, 0]
    if (rule.keywords && !rule.keywords.test(text.slice(Math.max(0, start - keywordReach), start))) continue
    const value = text.slice(start, end)
    const accepted = rule.accept?.(value) ?? true
    if (accepted === false) continue
    found.push({
      start,
      end: typeof accepted === 'string' ? start + accepted.length : end,
      label: rule.label,
      score: typeof accepted === 'number' ? accepted : rule.score,
    })
  }
  return found
}

/** Of spans that overlap the surest, then the longest; in the order of the text. */
function keepBest(spans: readonly DetectedSpan[]): readonly DetectedSpan[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start)
  const kept: DetectedSpan[] = []
  let [cluster, end]: [DetectedSpan[], number] = [[], 0]
  for (const span of inOrder) {
    if (span.start >= end) {
      kept.push(...keepBestOfCluster(cluster))
      cluster = []
    }
    cluster.push(span)
    end = Math.max(end, span.end)
  }
  return [...kept, ...keepBestOfCluster(cluster)]
}

/** Spans that hang together: few, even in a long text. */
function keepBestOfCluster(spans: readonly DetectedSpan[]): readonly DetectedSpan[] {
  const ranked = [...spans].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))
  const kept: DetectedSpan[] = []
  for (const span of ranked)
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span)
  return kept.sort((a, b) => a.start - b.start)
}
