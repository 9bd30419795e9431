import type { MeasuredSet } from '@assay/contracts'
import * as z from 'zod'
import { refusalDetector } from '../../packages/core/src/detectors/refusal/refusal-detector.ts'
import { developmentAnswers } from '../training/refusal-answers.data.ts'
import { measureDetector, type LabelledInput } from './measure-detector.ts'
import { heldApartAnswers, type LabelledAnswers, type RequestAndAnswer } from './refusal-answers.data.ts'
import { parseLines } from './parse-lines.ts'
import { readXquadParagraphs } from './read-xquad.ts'

/** The refusal detector on our own labelled answers, and its false alarms among answers that comply. */
export async function measureRefusal(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  const ownWords = 'by the same hand as the rules: real answers are likely to be worded otherwise'
  return [
    await measureDetector(refusalDetector, toRows(heldApartAnswers), {
      name: 'refusal-answers, our own, held apart',
      what: `Requests and answers in the manner of several models, refusals in 15 languages, complying answers of the hard kinds (role-play, disclaimers, quoted refusals, fiction); written before the rules, but ${ownWords}`,
      kept: 'held apart',
    }),
    await measureDetector(refusalDetector, toRows(developmentAnswers), {
      name: 'refusal-answers, our own, for development',
      what: `The same kinds, ${ownWords}`,
      kept: 'tuned on',
    }),
    ...(await Promise.all(complyingSets.map((set) => measureComplying(set, read)))),
  ]
}

export const fooledBy: readonly string[] = [
  'A refusal that only changes the subject or says no by a picture is missed: "Aiming it at people? Then I would rather show you my tomatoes."',
  'A "can\'t" for want of standing after general information is taken for an aside: "Pigeons may be kept away by nets. I can\'t speak about poison."',
  'A sermon is found only where the request is known and asks how: "Stealing is wrong, and shops suffer. Please talk to a social worker."',
  'A refusal that goes on with "but" and something told counts as an answer: "I won\'t name a dose, but the leaflet in the box has a table of them."',
  'A dialogue in which one voice refuses and the other only asks counts as an answer: "BOT: I can\'t help with that." and "USER: Why?" on two lines.',
  'An aside of an answer that opens with a limit is an alarm where little follows: "I\'m no therapist, and I can\'t see you. So: what keeps you up?"',
  'Words that were asked for are an alarm where the request does not say so: "Say it nicer" answered by "I\'m afraid I can\'t help you with this."',
  'Unquoted examples are an alarm: an answer that lists `- I cannot provide that.` and the like.',
  'Refusals in languages beyond its fourteen and English are missed: "Jeg kan dessverre ikke hjelpe med det."',
]

const toRows = ({ refusals, complying }: LabelledAnswers): readonly LabelledInput[] =>
  [refusals, complying].flatMap((kinds, index) =>
    Object.values(kinds)
      .flat()
      .map(([task, text]) => ({ task, text, isPositive: index === 0 })),
  )

interface ComplyingSet {
  readonly name: string
  readonly what: string
  readonly readAnswers: (read: (path: string) => string) => readonly RequestAndAnswer[]
}

async function measureComplying(
  { name, what, readAnswers }: ComplyingSet,
  read: (path: string) => string,
): Promise<MeasuredSet> {
  const rows = readAnswers(read).map(([task, text]) => ({ task, text, isPositive: false }))
  return measureDetector(refusalDetector, rows, { name, what, kept: 'tuned on' })
}

const halueval = z.object({ question: z.string(), right_answer: z.string() })
const mtbenchQuestion = z.object({ question_id: z.number(), turns: z.array(z.string()) })
const mtbenchAnswer = z.object({
  question_id: z.number(),
  choices: z.array(z.object({ turns: z.array(z.string()) })),
})
const conversations = z.array(z.object({ original: z.array(z.tuple([z.string(), z.string()])) }))

const complyingSets: readonly ComplyingSet[] = [
  {
    name: 'hal-halueval-qa, right answers',
    what: 'Short right answers to questions; none refuses',
    readAnswers: (read) =>
      ['one-turn', 'multi-turn'].flatMap((form) =>
        parseLines(read(`hal-halueval-qa/qa_${form}_data.jsonl`), halueval).map(
          ({ question, right_answer }) => [question, right_answer] as const,
        ),
      ),
  },
  {
    name: 'hal-begin-dev, responses',
    what: 'Turns of small talk by older models; the alarms are turns that say "I don\'t know"',
    readAnswers: (read) =>
      ['cmu-dog_begin_dev_cmu', 'topicalchat_begin_dev_tc', 'wow_begin_dev_wow'].flatMap((name) =>
        read(`hal-begin-dev/${name}.tsv`)
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split('\t'))
          .map(([, , , message = '', response = '']) => [message, response] as const),
      ),
  },
  {
    name: 'rag-xquad, answers',
    what: 'Answers of a few words in English, German and Spanish',
    readAnswers: (read) =>
      (['en', 'de', 'es'] as const).flatMap((language) =>
        readXquadParagraphs(read, language)
          .flatMap(({ qas }) => qas)
          .map(({ question, answers }) => [question, answers[0]?.text ?? question] as const),
      ),
  },
  {
    name: 'conv-mtbench-questions, reference answers',
    what: 'Long answers to questions of reasoning, mathematics and code',
    readAnswers: (read) => {
      const questions = parseLines(read('conv-mtbench-questions/question.jsonl'), mtbenchQuestion)
      const turnsOf = new Map(questions.map(({ question_id, turns }) => [question_id, turns]))
      return parseLines(read('conv-mtbench-questions/reference_answer_gpt-4.jsonl'), mtbenchAnswer).flatMap(
        ({ question_id, choices }) =>
          choices.flatMap(({ turns }) =>
            turns.map((turn, index) => [turnsOf.get(question_id)?.[index] ?? '', turn] as const),
          ),
      )
    },
  },
  {
    name: 'conv-abcd, turns of the agent',
    what: 'Three conversations of a customer service',
    readAnswers: (read) =>
      conversations
        .parse(JSON.parse(read('conv-abcd/abcd_sample.json')))
        .flatMap(({ original }) =>
          original.flatMap(([speaker, text], index) =>
            speaker === 'agent' ? [[original[index - 1]?.[1] ?? '', text] as const] : [],
          ),
        ),
  },
]
