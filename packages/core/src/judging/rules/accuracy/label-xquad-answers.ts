import * as z from 'zod'
import { createRandom, type Random } from '../../../statistics/random.ts'
import { compareNames } from '../compare-names.ts'
import { deriveKey } from '../derive-key.ts'
import { splitItems } from '../match-list.ts'
import { normaliseWord, readWords } from '../read-words.ts'
import { splitSentences } from '../split-clauses.ts'
import { readDates } from '../read-dates.ts'
import { readNumbers, type ReadNumber } from '../read-numbers.ts'
import type { Alteration, LabelledAnswer } from './labelled-answer.ts'

const fileSchema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              question: z.string(),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
})

interface Item {
  readonly question: string
  readonly reference: string
  readonly kind: string
  /** The sentence of the paragraph that holds the answer, and where the answer stands in it. */
  readonly sentence: string
  readonly at: number
  readonly otherSentence: string | null
  readonly passage: string
  readonly paragraph: string
  readonly half: LabelledAnswer['half']
}

/** Right and wrong answers to XQuAD's questions, made by known changes of the gold answer and its sentence. */
export function labelXquadAnswers(file: unknown): readonly LabelledAnswer[] {
  const random = createRandom('xquad-answers')
  const items = fileSchema
    .parse(file)
    .data.flatMap((article, a) =>
      article.paragraphs.flatMap((paragraph, p) =>
        paragraph.qas
          .flatMap((qa) => readItem(qa, paragraph.context, `${a}/${p}`, random))
          .map((item): Item => ({ ...item, half: a % 2 === 0 ? 'even' : 'odd' })),
      ),
    )
  const byKind = Map.groupBy(items, (item) => item.kind)
  return items.flatMap((item) => [
    ...rightAnswers(item, random),
    ...wrongAnswers(item, swapFor(item, byKind.get(item.kind) ?? [], random)),
    ...otherAnswers(item, random),
    ...wrongNumbers(item),
    ...otherForms(item),
  ])
}

interface RawQuestion {
  readonly question: string
  readonly answers: readonly { readonly text: string; readonly answer_start: number }[]
}

function readItem(
  qa: RawQuestion,
  context: string,
  paragraph: string,
  random: Random,
): readonly Omit<Item, 'half'>[] {
  const [gold] = qa.answers
  const sentences = splitSentences(context)
  const home = sentences.find(
    (one) =>
      gold !== undefined && one.start <= gold.answer_start && gold.answer_start + gold.text.length <= one.end,
  )
  if (gold === undefined || home === undefined) return []
  const strangers = sentences.filter(
    (one) => !one.text.toLowerCase().includes(gold.text.toLowerCase()) && !sharesWords(one.text, gold.text),
  )
  return [
    {
      question: qa.question,
      reference: gold.text,
      kind: deriveKey(gold.text, qa.question).kind,
      sentence: home.text,
      at: gold.answer_start - home.start,
      otherSentence: strangers.length === 0 ? null : (random.sample(strangers, 1)[0]?.text ?? null),
      passage: context,
      paragraph,
    },
  ]
}

const sharesWords = (text: string, gold: string): boolean => {
  const there = new Set(readWords(text).map((word) => word.norm))
  return readWords(gold).some((word) => word.norm.length > 3 && there.has(word.norm))
}

const labelled = (
  item: Item,
  expected: LabelledAnswer['expected'],
  variant: string,
  answer: string,
): LabelledAnswer => ({
  set: 'XQuAD',
  question: item.question,
  reference: item.reference,
  answer,
  passage: item.passage,
  expected,
  variant,
  clusterKey: item.paragraph,
  alteration: alterations[variant] ?? 'none',
  half: item.half,
})

const alterations: Readonly<Record<string, Alteration>> = {
  hedged: 'hedged',
  negated: 'negated',
  'in a sentence': 'paraphrased',
  'source sentence': 'paraphrased',
  'other form': 'paraphrased',
  'other sentence': 'swapped entity',
  'swapped value': 'swapped entity',
  'swapped in a sentence': 'swapped entity',
  'swapped in source sentence': 'swapped entity',
  'corrected away': 'swapped entity',
  'two values': 'swapped entity',
  'wrong number': 'wrong number',
  'wrong number in source sentence': 'wrong number',
  'partial list': 'partial',
  refusal: 'declined',
}

const inSentences = (value: string): readonly string[] => [
  `The answer is ${value}.`,
  `According to the article, it is ${value}.`,
  `${value.charAt(0).toUpperCase()}${value.slice(1)}, as the documentation explains.`,
  `Based on the text, the answer to your question would be ${value}, which is described in the passage.`,
]

function rightAnswers(item: Item, random: Random): readonly LabelledAnswer[] {
  const framed = random.sample(inSentences(item.reference), 1)[0] ?? item.reference
  return [
    labelled(item, 'correct', 'exact', item.reference),
    labelled(item, 'correct', 'in a sentence', framed),
    labelled(item, 'correct', 'source sentence', item.sentence),
    labelled(item, 'correct', 'hedged', `I think it is ${item.reference}, but I am not completely sure.`),
    labelled(item, 'correct', 'lower case', item.reference.toLowerCase()),
  ]
}

function wrongAnswers(item: Item, swap: string | null): readonly LabelledAnswer[] {
  const negated = labelled(item, 'wrong', 'negated', `It is not ${item.reference}.`)
  const stranger =
    item.otherSentence === null ? [] : [labelled(item, 'wrong', 'other sentence', item.otherSentence)]
  if (swap === null) return [negated, ...stranger]
  return [
    negated,
    ...stranger,
    labelled(item, 'wrong', 'swapped value', swap),
    labelled(item, 'wrong', 'swapped in a sentence', inSentences(swap)[swap.length % 4] ?? swap),
    labelled(item, 'wrong', 'swapped in source sentence', inPlace(item, swap)),
    labelled(item, 'wrong', 'corrected away', `It is ${item.reference}. Actually, no, it is ${swap}.`),
    labelled(item, 'wrong', 'two values', `It is ${item.reference} or ${swap}.`),
  ]
}

/** Another answer of the same type, of another paragraph, that is not a form of the right one. */
function swapFor(item: Item, pool: readonly Item[], random: Random): string | null {
  const words = (text: string): readonly string[] => readWords(text).map((word) => normaliseWord(word.text))
  const others = random
    .sample(pool, 12)
    .filter(
      (other) =>
        other.paragraph !== item.paragraph && !sharesWords(item.sentence + item.question, other.reference),
    )
    .filter((other) => compareNames(words(item.reference), words(other.reference)) === 'different')
  return others[0]?.reference ?? null
}

const refusals = [
  'I could not find this in the provided documents.',
  "I'm sorry, but the documentation does not mention that.",
  'There is no information about this in the context.',
  "I don't know.",
  'This is not specified in the documentation. Please contact support.',
]

function otherAnswers(item: Item, random: Random): readonly LabelledAnswer[] {
  const refusal = labelled(item, 'no-answer', 'refusal', random.sample(refusals, 1)[0] ?? '')
  const items = item.kind === 'list' ? splitItems(item.reference) : []
  return items.length < 2
    ? [refusal]
    : [refusal, labelled(item, 'partial', 'partial list', `It is ${items.slice(0, -1).join(' and ')}.`)]
}

/** The value with its number changed: another last digit, a tenth more, written as the first was. */
function wrongNumbers(item: Item): readonly LabelledAnswer[] {
  const [number, ...more] = readNumbers(item.reference)
  if (number === undefined || more.length > 0 || !/^[\d,]+$/.test(slice(item.reference, number))) return []
  const digits = slice(item.reference, number)
  const last = (Number(digits.at(-1)) + 3) % 10
  const wrong =
    item.reference.slice(0, number.start) +
    digits.slice(0, -1) +
    String(last) +
    item.reference.slice(number.end)
  return [
    labelled(item, 'wrong', 'wrong number', inSentences(wrong)[wrong.length % 4] ?? wrong),
    labelled(item, 'wrong', 'wrong number in source sentence', inPlace(item, wrong)),
  ]
}

/** The same value in another form: digits for words, a date in another order, a number without its separators. */
function otherForms(item: Item): readonly LabelledAnswer[] {
  const [date] = readDates(item.reference)
  const [number, ...more] = readNumbers(item.reference)
  const value =
    date !== undefined && date.month !== null && date.day !== null && date.year !== null
      ? `${date.year}-${twoDigits(date.month)}-${twoDigits(date.day)}`
      : number !== undefined && more.length === 0 && date === undefined && !number.ordinal
        ? item.reference.slice(0, number.start) +
          otherNumber(item.reference, number) +
          item.reference.slice(number.end)
        : null
  const isOther = value !== null && value !== item.reference
  return isOther ? [labelled(item, 'correct', 'other form', `It was ${value}.`)] : []
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const otherNumber = (text: string, number: ReadNumber): string => {
  const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
  const written = slice(text, number)
  if (/^[a-z]+$/i.test(written)) return String(number.value)
  return words[number.value] ?? written.replaceAll(',', '')
}

const slice = (text: string, { start, end }: ReadNumber): string => text.slice(start, end)

/** The sentence of the paragraph with another value in the place of the answer. */
const inPlace = (item: Item, value: string): string =>
  item.sentence.slice(0, item.at) + value + item.sentence.slice(item.at + item.reference.length)
