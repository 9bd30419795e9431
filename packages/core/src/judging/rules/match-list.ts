import type { ClaimKey } from '@assay/contracts'
import type { Finding } from './bind-slot.ts'
import { findForm, formWords } from './find-form.ts'
import { polarityAt } from './polarity.ts'
import { clauseAt, type ReadAnswer } from './read-answer.ts'
import { readWords, stemWord, type Word } from './read-words.ts'

/** Lists are sets: the share of the items decides, and an extra item in a closed list is an error (methods §2.5). */
export function matchList(key: ClaimKey, answer: ReadAnswer): Finding | null {
  const items = key.items ?? splitItems(key.value)
  if (items.length < 2) return null
  const places = items.map((item) => findItem(item, answer))
  const found = places.filter((place) => place !== null)
  const share = key.need === 'any' ? Number(found.length > 0) : found.length / items.length
  const span = spanOf(found)
  const wrong = key.knownWrong.map((item) => findItem(item, answer)).find((place) => place !== null)
  if (wrong !== undefined && wrong !== null)
    return {
      status: 'contradicted',
      reason: 'lists an item that belongs to a sibling',
      span: wrong,
      share,
      bound: true,
    }
  const extra = key.need === 'any' || span === undefined ? [] : extraItems(answer.text, span, items)
  if (extra.length > 0 && share === 1) return judgeExtra(key, extra, span)
  if (share === 0) return { status: 'unclear', reason: 'names none of the items in words the rules can read' }
  return {
    status: 'present',
    reason: share === 1 ? 'names all items' : `names ${found.length} of ${items.length} items`,
    span,
    share,
    bound: true,
  }
}

/** Only a list that its test set marks as complete is closed. */
function judgeExtra(
  key: ClaimKey,
  extra: readonly string[],
  span: readonly [number, number] | undefined,
): Finding {
  const closed = key.need === 'all'
  return {
    status: closed ? 'contradicted' : 'unclear',
    reason: `lists an item that the reference does not have (${extra.join(', ')})`,
    span,
    share: 1,
    bound: true,
  }
}

export const splitItems = (text: string): readonly string[] =>
  text
    .split(/\s*[,;\n]\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+/u)
    .map((item) => item.trim())
    .filter((item) => /[\p{L}\p{N}]/u.test(item))

type Place = readonly [number, number]

function findItem(item: string, answer: ReadAnswer): Place | null {
  const exact = findForm(formWords(item), answer.words)
  const runs = exact.length > 0 ? exact : findForm(formWords(item).map(stemWord), answer.words.map(toStem))
  const affirmed = runs
    .map((run): Place => [run[0]?.start ?? 0, run.at(-1)?.end ?? 0])
    .find(([start, end]) => polarityAt(clauseAt(answer, start), start, end) === 'affirmed')
  return affirmed ?? null
}

const toStem = (word: Word): Word => ({ ...word, norm: stemWord(word.norm) })

const spanOf = (places: readonly Place[]): Place | undefined =>
  places.length === 0
    ? undefined
    : [Math.min(...places.map(([start]) => start)), Math.max(...places.map(([, end]) => end))]

/** Items that stand between, before or after the found ones in the same enumeration. */
function extraItems(text: string, [start, end]: Place, items: readonly string[]): readonly string[] {
  const tail =
    /^(?:\s*,\s*(?:and\s+)?|\s+and\s+)[\p{L}\p{N}`'"-]+(?:\s[\p{L}\p{N}`'"-]+)?(?=\s*(?:[.,;]|and\b|$))/u.exec(
      text.slice(end),
    )?.[0] ?? ''
  const enumeration = text.slice(start, end) + tail
  const known = new Set(items.flatMap((item) => readWords(item).map((word) => stemWord(word.norm))))
  return splitItems(enumeration).filter((part) => {
    const stems = readWords(part).map((word) => stemWord(word.norm))
    return stems.length <= 3 && !stems.some((stem) => known.has(stem))
  })
}
