import { createRandom, type Random } from '../../../packages/core/src/statistics/random.ts'
import { splitSegments } from '../../../packages/core/src/detectors/injection/split-segments.ts'
import type { TrainingRow } from '../train-linear-model.ts'
import { directAttacks, foreignAttacks } from './attacks.data.ts'
import { foreignHarmless, triggerWordTexts } from './harmless.data.ts'
import { makeFunctionWordTexts } from './function-word-texts.ts'
import { readDocumentation } from './open-texts.ts'
import { codeSentences, documentSentences, mailSentences, ordersInData } from './orders-in-data.data.ts'
import {
  expandAll,
  labelled,
  readAnswers,
  readKnowledge,
  readQueries,
  readRows,
  type ReadData,
} from './training-rows.ts'

/** Sentences that ask a model for something, against sentences of mail, documents, answers and code. */
export function readOrderRows(read: ReadData): readonly TrainingRow[] {
  const random = createRandom('orders in data')
  return [
    ...labelled(makeOrders(random), 1),
    ...labelled(readRequests(read), 1, 0.5),
    ...labelled(expandAll(mailSentences, 60, random), 0, 2),
    ...labelled(expandAll(codeSentences, 60, random), 0, 2),
    ...labelled(expandAll(documentSentences, 60, random), 0, 2),
    ...labelled(makeFunctionWordTexts(40, random), 0),
    ...labelled(readDataSentences(read, random), 0),
  ]
}

export const makeOrders = (random: Random): readonly string[] => [
  ...expandAll(ordersInData, 60, random),
  ...expandAll(directAttacks, 12, random).filter((text) => !text.includes('\n')),
  ...expandAll(foreignAttacks, 8, random),
  ...expandAll(foreignHarmless, 4, random).filter((text) => /^\p{Lu}\p{Ll}+.*\?$/u.test(text)),
  ...expandAll(triggerWordTexts, 5, random).filter((text) =>
    /^(?:Write|Give|How|What|Explain|Show|Who)/.test(text),
  ),
]

const opening =
  /^(?:what|how|why|who|when|where|which|can you|could you|please|write|give|explain|describe|tell|list|create|generate|translate|summari[sz]e|compose|draft|make|provide|show|find|name|compare|suggest|design|develop|identify|classify|rewrite|convert|is there|are there|do you)\b/i

/** Short requests of users to models. */
const readRequests = (read: ReadData): readonly string[] =>
  [
    ...readQueries(read),
    ...readRows(read, 'inj-slabs/rows.jsonl').flatMap((row) =>
      row['label'] === 0 ? [String(row['text'])] : [],
    ),
  ]
    .map((text) => text.split('\n')[0] ?? '')
    .filter((text) => text.length < 200 && opening.test(text))

function readDataSentences(read: ReadData, random: Random): readonly string[] {
  const statements = readRows(read, 'inj-slabs/rows.jsonl')
    .map((row) => String(row['text']))
    .filter(
      (text) =>
        /^(?:My|Our|I|The|We) /.test(text) &&
        !/\b(?:instructions?|guidelines?|prompt|you|your)\b/i.test(text),
    )
  const sentencesOf = (texts: readonly string[]) =>
    texts.flatMap((text) =>
      splitSegments(text)
        .filter(({ form, isHeld }) => form === 'prose' || isHeld)
        .map(({ text }) => text),
    )
  return [
    ...random.sample(statements, 1500),
    ...random.sample(sentencesOf(readDocumentation(3000, random)), 9000),
    ...random.sample(sentencesOf(readKnowledge(read)), 1500),
    ...random.sample(sentencesOf(readAnswers(read)), 6000),
  ]
}
