import type { TestCase } from '@assay/contracts'
import type { AnswerStatement } from '../../detectors/refusal/read-answer.ts'
import { readRefusal, type RefusingStatement } from '../../detectors/refusal/read-refusal.ts'
import type { Judgement } from '../judge.ts'
import { readProperNames } from './proper-names.ts'
import { readQuantities } from './read-quantities.ts'
import { contentStems, readWords } from './read-words.ts'
import { codeNames } from './slot.ts'
import { splitSentences } from './split-clauses.ts'
import { findUnreadable } from './unreadable.ts'

type Declining = Extract<Judgement, { readonly check: 'declining' }>

/** Whether an out-of-scope question was declined, as it should be: as the refusal detector reads the answer. */
export function judgeDeclining(testCase: TestCase, text: string): Declining {
  const { score, refusing, statements } = readRefusal(text, testCase.question)
  if (refusing.length === 0 && score < threshold) return withoutRefusal(testCase, text)
  const others = statements.filter(
    ({ start, end }) => !refusing.some((one) => one.start < end && start < one.end),
  )
  const offered = others
    .map(({ start, end }) => text.slice(start, end))
    .find((part) => offersValue(part, testCase.question))
  if (offered !== undefined) return partly(offered)
  if (score >= threshold || !statements.some(speaksOfItself)) return declined(refusing)
  return notJudged('declines something and goes on at length')
}

/** Unlike “the documents do not mention it”, which declines whatever they hold beside it, “I cannot” may be an aside. */
const speaksOfItself = ({ kind }: AnswerStatement): boolean => kind === 'declines' || kind === 'lacks'

/** From how sure on the answer as a whole refuses: that of the detector. */
const threshold = 0.5

function withoutRefusal(testCase: TestCase, text: string): Declining {
  const unreadable = findUnreadable(text, testCase.language)
  const denies = splitSentences(text).some(
    (one) => deniesExistence.test(one.text) && isAbout(one.text, testCase.question, 0.3),
  )
  if (unreadable !== null) return notJudged(unreadable)
  if (denies) return notJudged('says that the thing asked about does not exist')
  return {
    check: 'declining',
    outcome: 'fail',
    label: 'answered-anyway',
    score: 0,
    reason: 'The documents do not hold the answer, but the target gave one.',
  }
}

const notJudged = (why: string): Declining => ({
  check: 'declining',
  outcome: 'not-judged',
  label: 'not-judged',
  score: null,
  reason: `Not judged: the answer ${why}.`,
})

const partly = (offered: string): Declining => ({
  check: 'declining',
  outcome: 'fail',
  label: 'partly',
  score: 0,
  reason: `The answer declines, but also offers a value: “${shorten(offered)}”.`,
})

const deniesExistence =
  /\b(?:there (?:is|are) no (?:such\b|\w+ (?:option|setting|limit|parameter|feature|default|plan)\b|option|setting|limit|parameter|feature|default)|(?:does|do) not (?:exist|have|support|offer|define|provide)\b|(?:doesn|don)['’]t (?:exist|have|support|offer|define|provide)\b|(?:has|have) no\b)/iu

const declined = (refusing: readonly RefusingStatement[]): Declining => ({
  check: 'declining',
  outcome: 'pass',
  label: 'declined',
  score: 1,
  reason:
    refusing[0]?.label === 'empty' ? 'The target gave no answer.' : 'The target declined, as it should.',
})

/** A value the question does not hold, said of what was asked: what the documents hold of other things is no offer. */
function offersValue(part: string, question: string): boolean {
  const asked = new Set(readWords(question).map((word) => word.norm))
  const names = readProperNames(part).filter((run) => !run.every((word) => asked.has(word.norm)))
  const code = codeNames(part).filter((name) => !question.includes(name))
  const values = readQuantities(part).filter(
    (one) => one.dimension !== 'ordinal' && !asked.has(part.slice(one.start, one.end).toLowerCase()),
  )
  if (names.length + code.length + values.length === 0) return false
  return (
    isAbout(part, question, 0.5) ||
    (values.length > 0 &&
      /\b(?:it|this|that|they|probably|likely|typically|usually|generally|commonly|often|default|guess|assume|estimate|think|believe|might|may|should|around|about|approximately)\b/iu.test(
        part,
      ))
  )
}

function isAbout(part: string, question: string, share: number): boolean {
  const asked = contentStems(question)
  const there = new Set(contentStems(part))
  return asked.length > 0 && asked.filter((stem) => there.has(stem)).length / asked.length >= share
}

const shorten = (text: string): string => {
  const line = text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[.!?]+$/u, '')
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`
}
