import { describeOrders } from '../../../packages/core/src/detectors/injection/order-features.ts'
import { readWords } from '../../../packages/core/src/judging/rules/read-words.ts'
import { stopWords } from '../../../packages/core/src/judging/rules/stop-words.data.ts'
import { splitSegments } from '../../../packages/core/src/detectors/injection/split-segments.ts'
import type { LinearModel } from '../../../packages/core/src/detectors/classifier/linear-model.ts'
import { createRandom, type Random } from '../../../packages/core/src/statistics/random.ts'
import { minimise } from '../minimise.ts'
import { readDocumentation } from './open-texts.ts'
import { makeOrders } from './order-rows.ts'
import { codeSentences, mailSentences } from './orders-in-data.data.ts'
import { expandAll, readKnowledge, readQueries, type ReadData } from './training-rows.ts'

/** What an order in data weighs by where it stands: the bias, then one weight for each feature. */
export function trainOrderPlaces(read: ReadData, model: LinearModel): readonly number[] {
  const random = createRandom('places of orders')
  const carriers = makeCarriers(read, random)
  const orders = random.shuffle([
    ...makeOrders(random),
    ...random.sample(readQueries(read), 1500).filter((text) => text.length < 200),
  ])
  const examples = carriers.flatMap((carrier, index) => {
    const order = orders[index % orders.length] ?? ''
    const task = index % 2 === 0 ? makeTask(carrier, random) : undefined
    const isClean = index % 3 === 0
    const text = isClean ? carrier : insert(carrier, order, random)
    return describeOrders(splitSegments(text), model, task)
      .filter(({ segment }) => isClean || order.includes(segment.text))
      .map(({ features }) => ({ features, label: isClean ? 0 : 1 }))
  })
  return fit(examples)
}

interface Example {
  readonly features: readonly number[]
  readonly label: number
}

/** Logistic regression; clean sentences are many, and each weighs the less. */
function fit(examples: readonly Example[]): readonly number[] {
  const positives = examples.filter(({ label }) => label === 1).length
  const weights = [positives / Math.max(1, examples.length - positives), 1]
  const start = new Float64Array((examples[0]?.features.length ?? 0) + 1)
  return [
    ...minimise(start, (point, gradient) => {
      let loss = 0
      gradient.fill(0)
      for (const { features, label } of examples) {
        const logit = features.reduce(
          (sum, value, index) => sum + value * (point[index + 1] ?? 0),
          point[0] ?? 0,
        )
        const share = (weights[label] ?? 1) / positives
        loss += share * Math.log1p(Math.exp(label === 1 ? -logit : logit))
        const slope = share * (1 / (1 + Math.exp(-logit)) - label)
        gradient[0] = (gradient[0] ?? 0) + slope
        for (const [index, value] of features.entries())
          gradient[index + 1] = (gradient[index + 1] ?? 0) + slope * value
      }
      for (const [index, value] of point.entries()) {
        loss += 5e-4 * value * value
        gradient[index] = (gradient[index] ?? 0) + 1e-3 * value
      }
      return loss
    }),
  ]
}

/** Mails, tables, code with remarks, documents: texts without any order to a model. */
function makeCarriers(read: ReadData, random: Random): readonly string[] {
  const mail = expandAll(mailSentences, 80, random)
  const remarks = expandAll(codeSentences, 80, random)
  const documents = readDocumentation(2500, random)
  const code = documents.flatMap((text) =>
    [...text.matchAll(/```[^\n]*\n([^`]{40,})```/g)].map((match) => match[1] ?? ''),
  )
  const knowledge = readKnowledge(read)
  const words = contentWords(knowledge.slice(0, 300).join(' '))
  const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, index) => make(index))
  return random.shuffle([
    ...times(900, () => makeMail(random.sample(mail, 3 + random.integer(6)), random)),
    ...times(900, () => makeTable(words, random)),
    ...times(900, () =>
      makeAnswer(
        random.sample(remarks, 1 + random.integer(4)),
        code[random.integer(code.length)] ?? '',
        random,
      ),
    ),
    ...documents,
    ...knowledge.slice(0, 600),
  ])
}

function makeMail(sentences: readonly string[], random: Random): string {
  const head = [
    '',
    'Subject: Your account\n\n',
    'SUBJECT: Update|FROM: Team <team@mail.example>|CONTENT: ',
    'From: Kim\nTo: Lee\nSubject: Notes\n\n',
  ]
  return `${head[random.integer(head.length)] ?? ''}Hi ${['Ada', 'Tom', 'team'][random.integer(3)] ?? ''},\n${sentences.join([' ', '\n', '\n\n'][random.integer(3)])}`
}

function makeTable(words: readonly string[], random: Random): string {
  const columns = 2 + random.integer(5)
  const cell = () =>
    random.integer(2) === 0
      ? String(random.integer(5000))
      : random.sample(words, 1 + random.integer(3)).join(' ')
  const row = () => `| ${Array.from({ length: columns }, cell).join(' | ')} |`
  return Array.from({ length: 4 + random.integer(16) }, row).join('\n')
}

const makeAnswer = (remarks: readonly string[], code: string, random: Random): string =>
  random.shuffle([...remarks, `\`\`\`\n${code}\`\`\``]).join('\n')

/** At the start, the end, or a break of lines between. */
function insert(carrier: string, order: string, random: Random): string {
  const lines = carrier.split('\n')
  const at = [0, lines.length, random.integer(lines.length)][random.integer(3)] ?? 0
  return [...lines.slice(0, at), order, ...lines.slice(at)].join('\n')
}

/** A question about words that the carrier has. */
function makeTask(carrier: string, random: Random): string {
  const words = random.sample(contentWords(carrier), 4)
  return `What does it say about ${words.join(' ')}?`
}

/** Each once, as it is written in the middle of a sentence. */
const contentWords = (text: string): readonly string[] =>
  [...new Set(readWords(text).map(({ norm }) => norm))].filter((word) => !stopWords.has(word))
