import type { Gap } from '../triple.ts'
import { wordQuestion } from '../frames/word-question.ts'
import { prepositionedAttribute } from '../frames/word-statement.ts'
import type { Draft } from './draft.ts'

/** Asks for what the documents give for its siblings and nowhere for this subject. */
export function composeOutOfScope(gap: Gap): Draft | null {
  const wording = wordQuestion({ ...gap.sibling, subject: gap.subject, ask: gap.ask })
  if (wording === null) return null
  return {
    type: 'out-of-scope',
    level: 'complex',
    frame: `out-of-scope-${wording.frame}`,
    question: wording.question,
    history: [],
    referenceAnswer: `The documentation does not say: it gives no ${prepositionedAttribute(gap.attribute, gap.subject)}.`,
    asked: [],
    extraEvidence: [],
    wrongValues: [],
    tags: ['absent-attribute'],
    clusterKey: `absent:${gap.documentId}:${gap.subject.name}:${gap.attribute}`,
    chunkId: gap.chunkId,
    documentId: gap.documentId,
    family: `${gap.sibling.source.family}:absent`,
    absent: { subject: gap.subject.name, attribute: gap.attribute },
  }
}
