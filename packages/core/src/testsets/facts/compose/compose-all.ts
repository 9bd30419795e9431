import type { QuestionType } from '@assay/contracts'
import type { Random } from '../../../statistics/random.ts'
import { groupBy, type FactIndex } from '../index/fact-index.ts'
import { comparable } from '../index/build-key.ts'
import type { Gap, Paraphrase, Triple } from '../triple.ts'
import { composeComplex } from './compose-complex.ts'
import { composeDistracting } from './compose-distracting.ts'
import { composeDouble } from './compose-double.ts'
import { composeFalsePremise } from './compose-false-premise.ts'
import { composeConversational, composeSplit } from './compose-follow-up.ts'
import { composeOutOfScope } from './compose-out-of-scope.ts'
import type { BaseQuestion, Draft } from './draft.ts'

export interface Material {
  readonly bases: readonly BaseQuestion[]
  readonly paraphrases: readonly Paraphrase[]
  readonly gaps: readonly Gap[]
  readonly index: FactIndex
  readonly random: Random
}

/** Every question of a type that the validated simple questions carry: one partner each, chosen by the seed. */
export function composeAll(type: QuestionType, material: Material): readonly Draft[] {
  const { bases } = material
  switch (type) {
    case 'simple':
      return bases.map(({ draft }) => draft)
    case 'complex':
      return withParaphrases(material)
    case 'distracting':
      return bases.flatMap((base) => withSibling(base, material, composeDistracting))
    case 'false-premise':
      return bases.flatMap((base) => withSibling(base, material, composeFalsePremise))
    case 'double':
      return bases.flatMap((base) => withCompanion(base, material, composeDouble))
    case 'conversational':
      return bases.flatMap((base) =>
        withCompanion(base, material, (asked, earlier) => composeConversational(earlier, asked)),
      )
    case 'split':
      return bases.flatMap((base) => (tellsLittle(base.triple) ? [] : (composeSplit(base) ?? [])))
    case 'out-of-scope':
      return material.gaps.flatMap((gap) => composeOutOfScope(gap) ?? [])
    default:
      return []
  }
}

function withParaphrases({ bases, paraphrases }: Material): Draft[] {
  const byName = groupBy(paraphrases, ({ name }) => name)
  const byPhrase = groupBy(paraphrases, ({ phrase }) => phrase)
  return bases.flatMap((base) => {
    const { subject, source } = base.triple
    if (tellsLittle(base.triple)) return []
    // Options and the like share names across pages; a definition holds for the one on its own page.
    const own = (byName.get(subject.name) ?? []).filter(
      ({ documentId }) => subject.kind === null || documentId === source.documentId,
    )
    const [paraphrase] = own.filter(
      ({ phrase }) => new Set(byPhrase.get(phrase)?.map(({ name }) => name)).size === 1,
    )
    // Two things of one name have two definitions: which one is meant is then open.
    if (paraphrase === undefined || own.some(({ phrase }) => phrase !== paraphrase.phrase)) return []
    return composeComplex(base, paraphrase) ?? []
  })
}

/** "integer", "boolean": no one asks for it in a conversation. */
const tellsLittle = (triple: Triple): boolean => triple.attribute === 'type'

function withSibling(
  base: BaseQuestion,
  { index, random }: Material,
  compose: (base: BaseQuestion, sibling: Triple) => Draft | null,
): Draft[] {
  if (tellsLittle(base.triple)) return []
  const [sibling] = random.sample(comparable(base.triple, index.siblings(base.triple)), 1)
  return sibling === undefined ? [] : [compose(base, sibling)].filter((draft) => draft !== null)
}

/** Facts of the same subject; of a list such as "Employees are entitled to", its other items. */
const companionsOf = (triple: Triple, index: FactIndex): readonly Triple[] =>
  triple.ask.form === 'clause' && triple.ask.short !== undefined
    ? index.siblings(triple)
    : index.companions(triple)

function withCompanion(
  base: BaseQuestion,
  { bases, index, random }: Material,
  compose: (base: BaseQuestion, other: BaseQuestion) => Draft | null,
): Draft[] {
  const companions = new Set(companionsOf(base.triple, index).map(({ id }) => id))
  if (tellsLittle(base.triple)) return []
  const others = bases.filter(
    ({ triple }) =>
      companions.has(triple.id) &&
      !tellsLittle(triple) &&
      triple.source.documentId === base.triple.source.documentId &&
      triple.ask.form !== 'which',
  )
  const [other] = random.sample(others, 1)
  return other === undefined ? [] : [compose(base, other)].filter((draft) => draft !== null)
}
