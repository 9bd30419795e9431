import type { VerdictRow } from '@assay/contracts'
import type { TextMark } from '../../components/mark-parts.ts'
import * as t from '../../texts/texts.ts'
import type { JudgedClaim } from './claims-of.ts'

/** Marks in the answer: claims of the reference first, then what checks point at. */
export function answerMarks(
  claims: readonly JudgedClaim[],
  verdicts: readonly VerdictRow[],
  selected?: number,
): readonly TextMark[] {
  const ofClaims = claims.flatMap(({ span, word, index }) =>
    span === null
      ? []
      : [{ span, kind: word, label: t.evaluations.result.claimWords[word], isStrong: index === selected }],
  )
  return [...ofClaims, ...checkMarks(verdicts).filter((mark) => ofClaims.every((one) => !overlap(one, mark)))]
}

/** A check's span without a place lies in the part that it read, which is the answer. */
const checkMarks = (verdicts: readonly VerdictRow[]): readonly TextMark[] =>
  verdicts.flatMap(({ check, spans = [] }) =>
    spans
      .filter(({ at }) => at === undefined || at === '$.answer')
      .map(({ start, end, label }) => ({
        span: [start, end] as const,
        kind: label === 'unsupported' ? 'extra' : label === 'contradicted' ? 'contradicted' : 'found',
        label: label === 'unsupported' ? t.evaluations.result.claimWords.extra : `${check}: ${label ?? ''}`,
      })),
  )

const overlap = (one: TextMark, other: TextMark): boolean =>
  one.span[0] < other.span[1] && other.span[0] < one.span[1]
