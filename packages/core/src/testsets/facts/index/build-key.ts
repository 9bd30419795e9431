import type { ClaimKey } from '@assay/contracts'
import { durationUnits } from '../extract/units.data.ts'
import { showCount } from '../frames/word-statement.ts'
import type { Triple, TypedValue } from '../triple.ts'
import { sameValue } from './fact-index.ts'

const MAX_KNOWN_WRONG = 8

/** The typed key of a fact; values of its siblings contradict when they stand in its slot (methods §1.8). */
export function buildKey(triple: Triple, siblings: readonly Triple[]): ClaimKey {
  const { value } = triple
  const others = comparable(triple, siblings)
    .filter((sibling) => !sameValue(sibling.value, value))
    .map((sibling) => sibling.value.text)
  return {
    kind: value.kind,
    value: value.text,
    ...(value.unit === undefined ? {} : { unit: value.unit }),
    aliases: aliasesOf(triple),
    knownWrong: [...new Set(others)].slice(0, MAX_KNOWN_WRONG),
    subject: triple.subject.name,
    attribute: attributeName(triple),
    ...(value.items === undefined ? {} : { items: [...value.items], need: 'all' }),
    ...(value.granularity === undefined ? {} : { granularity: value.granularity }),
  }
}

/** "20 monthly events" says the same as "20 events" where monthly events are asked for. */
function aliasesOf({ ask, value }: Triple): string[] {
  const counted = ask.form === 'count' ? showCount(value, ask.noun) : value.text
  return counted === value.text ? [...value.aliases] : [...value.aliases, counted]
}

/** Siblings whose values could be mistaken for this one: of the same unit, both codes or both words. */
export const comparable = ({ value }: Triple, siblings: readonly Triple[]): readonly Triple[] =>
  siblings.filter(
    (sibling) =>
      unitClass(sibling.value.unit) === unitClass(value.unit) && shapeOf(sibling.value) === shapeOf(value),
  )

/** A path is not taken for a word, nor an address for a flag. */
const shapeOf = ({ kind, text }: TypedValue): string => {
  if (kind !== 'identifier') return kind
  if (/:\/\/|@\w+[\w-]*\./.test(text)) return 'address'
  return text.startsWith('/') ? 'path' : text.startsWith('-') ? 'flag' : 'word'
}

const unitClass = (unit: string | undefined): string =>
  unit === undefined
    ? ''
    : durationUnits.has(unit)
      ? 'duration'
      : sizeUnit.test(unit)
        ? 'size'
        : unit.replace(/s$/, '')

const sizeUnit = /^(?:bytes?|[kKMGT]i?B)$/

function attributeName(triple: Triple): string {
  switch (triple.ask.form) {
    case 'which':
      return `${triple.ask.kind} that ${triple.ask.predicate}`
    case 'term':
      return 'term'
    default:
      return triple.attribute
  }
}
