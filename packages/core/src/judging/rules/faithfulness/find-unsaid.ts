import { compareNames } from '../compare-names.ts'
import { isSameQuantity } from '../match-number.ts'
import type { Quantity } from '../read-quantities.ts'
import type { Word } from '../read-words.ts'
import { codeName } from '../slot.ts'
import type { ClaimContext } from './claim-context.ts'
import { isHollow, wordKey, type Unit } from './read-unit.ts'

/**
 * A value, name or code of a claim that neither the sources nor the question hold; `null`: there is none. Only of a claim that
 * speaks of what they speak of: a remark beside the answer is no claim about them.
 */
export function findUnsaid(
  claim: Unit,
  { sources: { all }, question, isWhole }: ClaimContext,
): string | null {
  const isKnown = (key: string): boolean => all.keys.has(key) || question.keys.has(key)
  if (!isWhole && !claim.anchors.some(({ key }) => isKnown(key))) return null
  const quantities = [...all.quantities, ...question.quantities]
  const years = new Set([
    ...[...all.dates, ...question.dates].map(({ year }) => year),
    ...quantities.map(({ value }) => value),
  ])
  const value =
    claim.quantities.find(
      (one) =>
        isFigure(claim, one) && !quantities.some((other) => isNear(one, other)) && !years.has(one.value),
    ) ?? claim.dates.find(({ year }) => year !== null && !years.has(year))
  if (value !== undefined) return claim.text.slice(value.start, value.end)
  const code = codesIn(claim.text).find(
    (one) => !all.text.includes(one.toLowerCase()) && !question.text.includes(one),
  )
  if (code !== undefined) return code
  const names = [...all.names, ...question.names]
  const name = claim.names.find(
    (run) =>
      isNamed(claim, run) &&
      run.some(({ norm }) => !isKnown(wordKey(norm))) &&
      !names.some((other) => mayBeSame(run, other)),
  )
  return name === undefined ? null : claim.text.slice(name[0]?.start, name.at(-1)?.end)
}

const version = /(?<![\w.])(?:v\d+(?:\.\d+)*|\d+(?:\.\d+){2,})(?!\w|\.\d)/giu

/** Names as in code and versions; no abbreviations and no markup. */
const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(codeName), ...text.matchAll(version)]
    .filter((match) => !/^-\w|^.{0,3}$/u.test(match[0]) && !/[<|/[]$/u.test(text.slice(0, match.index)))
    .map((match) => match[0])

/** "Two" and "first" count what the sources name one by one; "page 1" and "10/10" measure nothing. */
const isFigure = (claim: Unit, { value, dimension, noun, start, end }: Quantity): boolean =>
  value > 12 || (/\d/u.test(claim.text.slice(start, end)) && (dimension !== 'count' || noun !== null))

/** A capital at the beginning of a statement makes no name, unless a name goes on or the statement is nothing else. */
function isNamed({ text }: Unit, run: readonly Word[]): boolean {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || run.every(isHollow)) return false
  const isMidway = /[\p{Ll},]["“(]?\s["“‘(]?$/u.test(text.slice(0, first.start))
  const isShouted = run.length > 1 && run.every((word) => !/\p{Ll}/u.test(word.text))
  return !isShouted && (isMidway || run.length > 1 || /^["”’.]*(?:,|$)/u.test(text.slice(last.end)))
}

/** The same, the same without its unit, the end of a range, or what "about" may round. */
const isNear = (one: Quantity, other: Quantity): boolean =>
  isSameQuantity(one, other) ||
  one.value / one.factor === other.value / other.factor ||
  one.value === other.high ||
  (one.bound === 'about' && Math.abs(one.value - other.value) <= 0.05 * Math.abs(other.value))

const mayBeSame = (run: readonly Word[], other: readonly Word[]): boolean =>
  compareNames(
    run.map(({ norm }) => norm),
    other.map(({ norm }) => norm),
  ) !== 'different'
