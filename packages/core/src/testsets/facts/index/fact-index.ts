import type { Triple, TypedValue } from '../triple.ts'

/** All facts of a knowledge base, by what they are about: one question must have one answer in all of it (methods §1.7). */
export interface FactIndex {
  /** Facts with the same subject and attribute and the same value, this one first. */
  agreeing(triple: Triple): readonly Triple[]
  /** Facts with the same subject and attribute and another value. */
  conflicting(triple: Triple): readonly Triple[]
  /** Facts of other subjects with the same attribute in the same table or list, with other values. */
  siblings(triple: Triple): readonly Triple[]
  /** Facts of the same subject in the same table, list or section. */
  companions(triple: Triple): readonly Triple[]
}

export function buildFactIndex(triples: readonly Triple[]): FactIndex {
  const bySlot = groupBy(triples, slotOf)
  const byFamily = groupBy(triples, (triple) => `${triple.source.family}|${attributeClass(triple)}`)
  const bySubject = groupBy(triples, subjectKey)
  const same = (triple: Triple): readonly Triple[] => bySlot.get(slotOf(triple)) ?? []
  return {
    agreeing: (triple) => [
      triple,
      ...same(triple).filter((other) => other !== triple && sameValue(other.value, triple.value)),
    ],
    conflicting: (triple) => same(triple).filter((other) => !sameValue(other.value, triple.value)),
    siblings: (triple) =>
      (byFamily.get(`${triple.source.family}|${attributeClass(triple)}`) ?? []).filter(
        (other) =>
          subjectKey(other) !== subjectKey(triple) &&
          !sameValue(other.value, triple.value) &&
          other.value.kind === triple.value.kind,
      ),
    companions: (triple) =>
      (bySubject.get(subjectKey(triple)) ?? []).filter((other) => other.attribute !== triple.attribute),
  }
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[`'"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

export const subjectKey = (triple: Triple): string =>
  `${triple.subject.kind ?? ''}|${fold(triple.subject.name)}`

/** Which facts say the same thing: for "which option …" and terms the description is the slot. */
function slotOf(triple: Triple): string {
  switch (triple.ask.form) {
    case 'which':
      return `which|${fold(triple.ask.kind)}|${fold(triple.ask.predicate)}`
    case 'term':
      return `term|${fold(triple.ask.definition)}`
    case 'clause':
      if (triple.ask.frame === 'stands-for') return `${fold(triple.subject.name)}|stands for`
      return `clause|${fold(triple.ask.question)}`
    default:
      return `${fold(triple.subject.name)}|${fold(triple.attribute)}`
  }
}

const attributeClass = (triple: Triple): string =>
  triple.ask.form === 'which' || triple.ask.form === 'term' ? triple.ask.form : fold(triple.attribute)

export function sameValue(left: TypedValue, right: TypedValue): boolean {
  if (left.amount !== undefined && right.amount !== undefined && (left.unit ?? '') === (right.unit ?? ''))
    return left.amount === right.amount
  const forms = new Set([left.text, ...left.aliases].map(fold))
  // Booleans share their loose aliases with nothing else.
  return [right.text, ...right.aliases].some((form) => forms.has(fold(form)))
}

export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
