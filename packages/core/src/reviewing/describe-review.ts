import type { Difference, Estimate, GateResult } from '@assay/contracts'
import type { RequirementStanding, ReviewDetail, WhatChanged } from '@assay/contracts/hub'
import { formatDifference } from '../wording/format-difference.ts'
import { formatCounted, formatRate } from '../wording/format-figure.ts'
import { joinWords } from '../wording/join-words.ts'
import { toSentence } from '../wording/to-sentence.ts'

export interface DescribedReview {
  readonly version: number
  readonly baselineVersion: number | null
  /** `null`: it is evaluated already. Else what it waits for, as a sentence without its end. */
  readonly waitsFor: string | null
  readonly overall: Difference | null
  readonly candidate: Estimate | null
  readonly whatChanged: readonly WhatChanged[]
  readonly requirements: readonly Pick<RequirementStanding, 'state' | 'requirement' | 'wouldDo'>[]
  readonly gates: readonly GateResult[]
}

/** The question of a review's page and its answer, from the figures alone. The first word is the verdict. */
export function describeReview(review: DescribedReview): ReviewDetail['headline'] {
  const { version, baselineVersion } = review
  const question =
    baselineVersion === null
      ? `Is version ${version} good enough?`
      : `Is version ${version} better than version ${baselineVersion}?`
  const sentences =
    review.waitsFor === null
      ? [
          describeVerdict(review),
          describeConfounds(review),
          describeGates(review.gates),
          describeRequirements(review.requirements),
        ]
      : [`not tested yet: ${review.waitsFor}`]
  return {
    question,
    answer: sentences.flatMap((each) => (each === null ? [] : [toSentence(each)])).join(' '),
  }
}

function describeVerdict({ overall, candidate }: DescribedReview): string {
  if (overall !== null) return formatDifference(overall)
  return candidate === null || candidate.value === null
    ? 'not tested'
    : `${formatRate(candidate)} pass; there is no version to compare with`
}

function describeConfounds({ overall, whatChanged }: DescribedReview): string | null {
  const names = whatChanged.filter(({ effect }) => effect === 'confounds').map(({ what }) => what)
  if (overall === null || names.length === 0) return null
  return `the difference may come from what else is not the same: ${joinWords(names)}`
}

function describeGates(gates: readonly GateResult[]): string | null {
  if (gates.length === 0) return null
  const failed = gates.filter(({ outcome }) => outcome === 'failed')
  const untested = gates.filter(({ outcome }) => outcome === 'not tested')
  const parts = [
    ...failed.map(({ expression, measured }) => `gate ${expression} failed: ${measured}`),
    ...(untested.length === 0 ? [] : [`${formatCounted(untested.length, 'gate')} not tested`]),
  ]
  return parts.length === 0 ? 'every gate passed' : parts.join('; ')
}

const states = ['met', 'not met', 'not enough cases', 'not tested'] as const

function describeRequirements(requirements: DescribedReview['requirements']): string | null {
  if (requirements.length === 0) return null
  const of = formatCounted(requirements.length, 'requirement')
  const parts = states.flatMap((state) => {
    const members = requirements.filter((each) => each.state === state)
    if (state === 'met') return [`${members.length} of ${of} met`]
    return members.length === 0 ? [] : [`${state}: ${members.map(describeOne).join(', ')}`]
  })
  return parts.join('; ')
}

const describeOne = ({ requirement, wouldDo }: DescribedReview['requirements'][number]): string =>
  wouldDo === null ? requirement.name : `${requirement.name} (about ${wouldDo} would do)`
