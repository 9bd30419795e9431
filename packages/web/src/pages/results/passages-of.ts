import type { ContextRow, RetrievedDocument, TestCase } from '@assay/contracts'
import { findQuote, type TextMark } from '../../components/mark-parts.ts'
import * as t from '../../texts/texts.ts'

export interface Passage {
  readonly key: string
  readonly title: string
  readonly text: string
  /** Of what was retrieved: it is one of the reference's passages. */
  readonly isReference: boolean
  readonly marks: readonly TextMark[]
  /** It holds evidence of the claim that is looked at. */
  readonly isLit: boolean
}

interface Reference {
  readonly testCase: Pick<TestCase, 'referenceClaims'>
  readonly references: readonly ContextRow[]
  /** Claim that is looked at. */
  readonly selected?: number | undefined
}

/** What the target retrieved, in its order, with the evidence in it. */
export const retrievedPassages = (
  documents: readonly RetrievedDocument[],
  reference: Reference,
): readonly Passage[] =>
  documents.map((document, index) => {
    const { id, text, score } = document
    const found = reference.references.find((one) => one.id === id || one.text === text)
    const title = id ?? (found === undefined ? t.evaluations.result.noId : nameOf(found))
    return {
      key: String(index),
      title: [title, ...(score === undefined ? [] : [t.evaluations.result.score(score.toFixed(2))])].join(
        ' · ',
      ),
      text,
      isReference: found !== undefined,
      ...light(found === undefined ? [] : evidenceIn(text, reference)),
    }
  })

/** The passages that the reference rests on, with the evidence in them. */
export const referencePassages = (reference: Reference): readonly Passage[] =>
  reference.references.map((passage) => ({
    key: passage.id,
    title: nameOf(passage),
    text: passage.text,
    isReference: false,
    ...light(evidenceIn(passage.text, reference, passage.id)),
  }))

const nameOf = ({ source, titlePath }: ContextRow): string => [source, ...titlePath].join(' › ')

const light = (marks: readonly TextMark[]) => ({ marks, isLit: marks.some(({ isStrong }) => isStrong) })

/** Evidence by its place where it is known, else by its words. */
function evidenceIn(text: string, { testCase, selected }: Reference, chunkId?: string): readonly TextMark[] {
  return testCase.referenceClaims.flatMap((claim, index) =>
    claim.evidence
      .filter((evidence) => chunkId === undefined || evidence.chunkId === chunkId)
      .flatMap(({ start, end, quote }) => {
        const span = text.slice(start, end) === quote ? ([start, end] as const) : findQuote(text, quote)
        if (span === null) return []
        return [
          {
            span,
            kind: 'evidence',
            label: t.evaluations.result.evidenceOf(index + 1),
            isStrong: index === selected,
          },
        ]
      }),
  )
}
