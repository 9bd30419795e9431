import type { DetectedSpan } from '../../ports/detector.ts'
import { resolveOverlaps } from '../resolve-overlaps.ts'
import { findPhones } from './phones/find-phones.ts'
import { nearness } from './nearness.ts'
import type { NearWords, PiiRule } from './pii-rule.ts'
import { toPlainForm } from './plain-form.ts'
import { addressRules } from './rules/address-rules.data.ts'
import { americanRules } from './rules/american-rules.data.ts'
import { asianRules } from './rules/asian-rules.data.ts'
import { dateRules } from './rules/date-rules.data.ts'
import { europeanRules } from './rules/european-rules.data.ts'
import { germanRules } from './rules/german-rules.data.ts'
import { financeRules } from './rules/finance-rules.data.ts'
import { hexRules, netRules } from './rules/net-rules.data.ts'
import { southernRules } from './rules/southern-rules.data.ts'
import { ukRules } from './rules/uk-rules.data.ts'
import { emailRule, wordRules } from './rules/word-rules.data.ts'
import { zonesOf, type Zone } from './zones.ts'

/** Rules whose values hold a digit; looked for only where digits are. */
const digitRules: readonly PiiRule[] = [
  ...netRules,
  ...financeRules,
  ...dateRules,
  ...addressRules,
  ...americanRules,
  ...ukRules,
  ...germanRules,
  ...europeanRules,
  ...asianRules,
  ...southernRules,
]

/** Personal data of fixed form, in the order of the text, none overlapping. The same text always gives the same spans. */
export function findPatterns(text: string): readonly DetectedSpan[] {
  const plain = toPlainForm(text)
  const found: DetectedSpan[] = []
  for (const zone of zonesOf(plain, /\d+/g, digitMargin)) {
    for (const rule of digitRules) findInZone(rule, plain, zone, found)
    found.push(...findPhones(plain, zone))
  }
  for (const zone of zonesOf(plain, /@/g, emailMargin)) findInZone(emailRule, plain, zone, found)
  for (const rule of [...hexRules, ...wordRules])
    findInZone(rule, plain, { start: 0, end: plain.length }, found)
  return resolveOverlaps(found)
}

/** More than the letters and separators that a value has before its first digit, between two, or after the last. */
const digitMargin = 24
/** Local part and `@`, and the longest domain (RFC 5321). */
const emailMargin = 260

function findInZone(rule: PiiRule, text: string, zone: Zone, found: DetectedSpan[]): void {
  const part = text.slice(zone.start, zone.end)
  for (const match of part.matchAll(rule.pattern)) {
    const start = zone.start + match.index
    const accepted = rule.accept?.(match[0]) ?? true
    if (accepted === false) continue
    const end = start + (typeof accepted === 'string' ? accepted : match[0]).length
    const formScore = typeof accepted === 'number' ? accepted : rule.score
    found.push(...rate({ start, end, label: rule.label, score: formScore }, rule.near, text))
  }
}

/** The find, surer where words of its kind stand near it; none where nothing speaks for it. */
function rate(find: DetectedSpan, near: NearWords | undefined, text: string): readonly DetectedSpan[] {
  const isRaised = near !== undefined && find.score >= (near.least ?? 0)
  const closeness = isRaised ? nearness(text, find, near.words) : 0
  if (!isRaised || closeness === 0) return find.score > 0 ? [find] : []
  const score = Math.max(find.score, near.score * closeness)
  return [{ ...find, label: near.label ?? find.label, score }]
}
