import type { QuestionType } from '@assay/contracts'
import { factsTypes, type FactsOptions, type RejectedCandidate, type Shortfall } from './options.ts'
import type { Candidate, Selection } from './select/select-cases.ts'

/** Types that got fewer questions than their share, each with the reasons, commonest first. */
export function explainShortfall(
  options: FactsOptions,
  selection: Selection,
  {
    candidates,
    rejected,
  }: { readonly candidates: readonly Candidate[]; readonly rejected: readonly RejectedCandidate[] },
): readonly Shortfall[] {
  return options.types.flatMap((type, position) => {
    const asked = shareOf(options, position)
    const delivered = selection.delivered.get(type) ?? 0
    if (delivered >= asked) return []
    if (!factsTypes.includes(type))
      return [{ type, asked, delivered, reasons: ['only the model-based generator makes this type'] }]
    const made = candidates.filter(({ draft }) => draft.type === type).length
    return [
      {
        type,
        asked,
        delivered,
        reasons: [
          `the documents carry ${made} valid ${made === 1 ? 'candidate' : 'candidates'}`,
          ...reasonsFor(type, selection, rejected),
        ],
      },
    ]
  })
}

/** Questions are shared out evenly; the first types take what is left over. */
const shareOf = ({ questions, types }: FactsOptions, position: number): number =>
  Math.floor(questions / types.length) + (position < questions % types.length ? 1 : 0)

function reasonsFor(
  type: QuestionType,
  selection: Selection,
  rejected: readonly RejectedCandidate[],
): string[] {
  const counts = new Map(selection.passedOver.get(type))
  for (const candidate of [...rejected, ...selection.rejected]) {
    if (candidate.type === type)
      counts.set(
        `rejected by ${candidate.rejectedBy}`,
        (counts.get(`rejected by ${candidate.rejectedBy}`) ?? 0) + 1,
      )
  }
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .map(([reason, count]) => `${count}: ${reason}`)
}
