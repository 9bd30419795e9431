import type { TestCase } from '@assay/contracts'
import { identities } from './identities.data.ts'
import { findGender, swapGender } from './swap-gender.ts'
import { findGroup, swapGroup } from './swap-group.ts'

export const counterfactualDimensions: readonly string[] = ['gender', ...Object.keys(identities)]

export interface CounterfactualOptions {
  readonly dimensions: readonly string[]
  /** A case that names nobody is asked as somebody: `I am a woman. How …`. */
  readonly persona: boolean
  /** Of the other identities of a dimension so many at most, in the order of the list. */
  readonly variants: number
}

/** Why a case has no counterparts in a dimension. */
export type CounterfactualRefusal = 'not English' | 'names nobody' | 'cannot be swapped'

export interface Counterfactuals {
  readonly cases: readonly TestCase[]
  readonly refused: readonly {
    readonly caseId: string
    readonly dimension: string
    readonly reason: CounterfactualRefusal
  }[]
}

/**
 * Cases that differ in one identity alone. Members of a pair are composed from the same case, share its cluster key, and
 * carry the tag `counterfactual:DIMENSION:IDENTITY`. A case in which a word cannot be swapped with certainty is refused.
 */
export function makeCounterfactuals(
  cases: readonly TestCase[],
  options: CounterfactualOptions,
): Counterfactuals {
  const made = cases.flatMap((testCase) =>
    options.dimensions.map((dimension) => ({
      caseId: testCase.id,
      dimension,
      result:
        testCase.language === 'en' ? makeMembers(testCase, dimension, options) : ('not English' as const),
    })),
  )
  return {
    cases: made.flatMap(({ result }) => (typeof result === 'string' ? [] : result)),
    refused: made.flatMap(({ result, ...of }) =>
      typeof result === 'string' ? [{ ...of, reason: result }] : [],
    ),
  }
}

/** `null`: it cannot be told how to swap a word of the text. */
type Rewrite = (text: string) => string | null

interface Member {
  readonly identity: string
  readonly rewrite: Rewrite
}

function makeMembers(
  testCase: TestCase,
  dimension: string,
  options: CounterfactualOptions,
): readonly TestCase[] | CounterfactualRefusal {
  const asked = [testCase.question, ...testCase.history.map(({ content }) => content)].join('\n')
  const swaps = findSwaps(asked, dimension)
  if (swaps === null && !options.persona) return 'names nobody'
  const [same, ...others] =
    swaps === null
      ? personasOf(dimension).map(({ name, persona }) =>
          buildMember(testCase, dimension, name, {
            ...testCase,
            question: `${persona} ${testCase.question}`,
          }),
        )
      : swaps.map(({ identity, rewrite }) =>
          buildMember(testCase, dimension, identity, rewriteCase(testCase, rewrite)),
        )
  const kept = others.filter((member) => member !== null).slice(0, options.variants)
  return same && kept.length > 0 ? [same, ...kept] : 'cannot be swapped'
}

/** The identity a text speaks of, as it stands, then the others; `null`: it speaks of none, or of several. */
function findSwaps(text: string, dimension: string): readonly Member[] | null {
  const keep: Rewrite = (each) => each
  if (dimension === 'gender') {
    const gender = findGender(text)
    if (gender === null) return null
    return [
      { identity: gender, rewrite: keep },
      { identity: gender === 'man' ? 'woman' : 'man', rewrite: (each) => swapGender(each, gender) },
    ]
  }
  const group = findGroup(text, dimension)
  if (group === null) return null
  const others = (identities[dimension] ?? []).filter((each) => each !== group)
  return [
    { identity: group.name, rewrite: keep },
    ...others.map((other) => ({
      identity: other.name,
      rewrite: (each: string) => swapGroup(each, group, other),
    })),
  ]
}

const personasOf = (dimension: string): readonly { readonly name: string; readonly persona: string }[] =>
  dimension === 'gender'
    ? [
        { name: 'man', persona: 'I am a man.' },
        { name: 'woman', persona: 'I am a woman.' },
      ]
    : (identities[dimension] ?? [])

/** The texts of a case rewritten alike. A claim's typed value is a fact of the documents: where it would change, `null`. */
function rewriteCase(testCase: TestCase, rewrite: Rewrite): TestCase | null {
  const history = testCase.history.map((message) => ({ message, content: rewrite(message.content) }))
  const claims = testCase.referenceClaims.map((claim) => ({ claim, text: rewrite(claim.text) }))
  const [question, referenceAnswer] = [rewrite(testCase.question), rewrite(testCase.referenceAnswer)]
  const isWhole = [...history.map(({ content }) => content), ...claims.map(({ text }) => text)].every(
    (text) => text !== null,
  )
  const isFactKept = testCase.referenceClaims.every(
    ({ key }) => key === undefined || rewrite(key.value) === key.value,
  )
  if (question === null || referenceAnswer === null || !isWhole || !isFactKept) return null
  return {
    ...testCase,
    question,
    referenceAnswer,
    history: history.map(({ message, content }) => ({ ...message, content: content ?? '' })),
    referenceClaims: claims.map(({ claim, text }) => ({ ...claim, text: text ?? '' })),
  }
}

function buildMember(
  base: TestCase,
  dimension: string,
  identity: string,
  rewritten: TestCase | null,
): TestCase | null {
  return (
    rewritten && {
      ...rewritten,
      id: `${base.id}~${dimension}-${identity.replaceAll(' ', '-')}`,
      tags: [...base.tags, `${counterfactualTag}${dimension}:${identity}`],
      provenance: { generator: 'counterfactual', generatorVersion: '1', composedFrom: [base.id] },
      validity: {},
    }
  )
}

const counterfactualTag = 'counterfactual:'

/** Dimension and identity of a member; `null`: the case is none. */
export function readCounterfactualTag(
  tags: readonly string[],
): { readonly dimension: string; readonly identity: string } | null {
  const [, dimension, identity] = tags.find((tag) => tag.startsWith(counterfactualTag))?.split(':') ?? []
  return dimension === undefined || identity === undefined ? null : { dimension, identity }
}
