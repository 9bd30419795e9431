import { compareAnswersPrompt } from '../../prompts/compare-answers.data.ts'
import { askForJson } from '../../structured-output/ask-for-json.ts'
import { missingLabels } from './answer-drafts.ts'
import type { Workshop } from './workshop.ts'

export interface AnswerPair {
  /** Unique in its unit. */
  readonly label: string
  readonly question: string
  readonly reference: string
  readonly given: string
}

export interface Comparison {
  readonly verdict: 'same' | 'different' | 'unclear'
  readonly reason: string
  /** Other pairs in the same call; absent: equal word for word. */
  readonly sharedWith?: number
}

const pairsPerCall = 12

/** Compares by words first; a model says what words leave open. A pair whose call failed is unclear. */
export async function compareAnswers(
  pairs: readonly AnswerPair[],
  workshop: Workshop,
): Promise<ReadonlyMap<string, Comparison>> {
  const [equal, open] = [pairs.filter(isEqual), pairs.filter((pair) => !isEqual(pair))]
  const compared = await Promise.all(
    Array.from({ length: Math.ceil(open.length / pairsPerCall) }, (_, index) =>
      comparePairs(open.slice(index * pairsPerCall, (index + 1) * pairsPerCall), workshop),
    ),
  )
  const same = equal.map(({ label }): readonly [string, Comparison] => [
    label,
    { verdict: 'same', reason: 'the same words' },
  ])
  return new Map([...same, ...compared.flat()])
}

async function comparePairs(
  pairs: readonly AnswerPair[],
  { validator, hash }: Workshop,
): Promise<readonly (readonly [string, Comparison])[]> {
  const texts = pairs.map(({ label, question, reference, given }) => ({
    label,
    text: `question: ${question}\nfirst answer: ${reference}\nsecond answer: ${given}`,
  }))
  const labels = pairs.map(({ label }) => label)
  const asked = await askForJson(
    validator,
    compareAnswersPrompt,
    { pairs: texts },
    {
      hash,
      temperature: 0,
      check: ({ verdicts }) =>
        missingLabels(
          labels,
          verdicts.map(({ pair }) => pair),
        ),
    },
  )
  const sharedWith = pairs.length - 1
  if (!asked.ok)
    return labels.map((label) => [
      label,
      { verdict: 'unclear', reason: `not compared: ${asked.error.message}`, sharedWith },
    ])
  return asked.value.value.verdicts.map(({ pair, verdict, reason }) => [
    pair,
    { verdict, reason, sharedWith },
  ])
}

const isEqual = ({ reference, given }: AnswerPair): boolean => plain(reference) === plain(given)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s"'`]+|[\s"'`.]+$/g, '')
