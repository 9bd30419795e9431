import type { ClaimKey } from '@assay/contracts'
import { durationUnits } from '../extract/units.data.ts'
import type { Triple } from '../triple.ts'
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
    aliases: [...value.aliases],
    knownWrong: [...new Set(others)].slice(0, MAX_KNOWN_WRONG),
    subject: triple.subject.name,
    attribute: attributeName(triple),
    ...(value.items === undefined ? {} : { items: [...value.items], need: 'all' }),
    ...(value.granularity === undefined ? {} : { granularity: value.granularity }),
  }
}

/** Siblings whose values could be mistaken for this one: of the same unit, both codes or both words. */
export const comparable = ({ value }: Triple, siblings: readonly Triple[]): readonly Triple[] =>
  siblings.filter((sibling) => unitClass(sibling.value.unit) === unitClass(value.unit))

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
