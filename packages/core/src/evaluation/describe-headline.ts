import type { CaseResult, EvaluationSummary, GateResult } from '@assay/contracts'
import { compareUnpairedRates } from '../statistics/compare-unpaired-rates.ts'
import type { Outcome } from '../statistics/estimate.ts'
import { joinWords } from '../wording/join-words.ts'
import { findHeadlineRange } from './headline-range.ts'

type Headline = EvaluationSummary['headline']

/** What a source with so many questions and no right answer to any of them is called: not found at all. */
const minCasesOfALostSource = 3
const maxChance = 0.05

type Headlined = Pick<
  EvaluationSummary,
  'target' | 'passing' | 'passingBounds' | 'counts' | 'checks' | 'cases'
>

/** The answer to the report's title, in words, from the figures alone. */
export function describeHeadline(summary: Headlined, gates: readonly GateResult[]): Headline {
  const { name } = summary.target
  const weaknesses = describeWeaknesses(summary.cases)
  const also = weaknesses.length === 0 ? '' : ` It ${joinWords(weaknesses)}.`
  if (gates.length === 0) {
    return {
      question: `How good is ${name}?`,
      answer: `${describeRate(summary)}.${also}`,
      ready: 'unsure',
    }
  }
  const question = `Is ${name} ready?`
  if (gates.some((gate) => gate.outcome === 'failed'))
    return { question, answer: `Not yet.${also}`, ready: 'no' }
  if (gates.some((gate) => gate.outcome === 'not tested'))
    return { question, answer: `Not known: not every gate was tested.${also}`, ready: 'unsure' }
  return { question, answer: `Yes: every gate passed.${also}`, ready: 'yes' }
}

function describeRate(summary: Headlined): string {
  const { value, low, high, n } = summary.passing
  if (value === null) return 'Nothing was judged'
  const percent = (share: number | null): string => (share === null ? '?' : String(Math.round(share * 100)))
  const predicate = summary.checks.some(({ required }) => required) ? 'pass' : 'are correct'
  const range = findHeadlineRange(summary)
  return range === null
    ? `${percent(value)} % of its answers ${predicate} (${percent(low)}–${percent(high)}, n = ${n})`
    : `${percent(range.low)}–${percent(range.high)} % of its answers ${predicate}: ${summary.counts.notJudged} of ${summary.counts.finished} were not judged`
}

/** Verb phrases for "It …", the most striking first; empty where nothing stands out. */
export function describeWeaknesses(cases: readonly CaseResult[]): readonly string[] {
  return [describeDeclining(cases), describeFollowUps(cases), describeLostSource(cases)].filter(
    (phrase) => phrase !== null,
  )
}

function describeDeclining(cases: readonly CaseResult[]): string | null {
  const judged = judgedOf(cases.filter((each) => each.type === 'out-of-scope'))
  const declined = judged.filter((each) => each.passed === true).length
  if (judged.length < 3 || declined > judged.length / 2) return null
  return declined === 0 ? 'answers everything it should decline' : 'answers most of what it should decline'
}

const followUpTypes: readonly string[] = ['conversational', 'split']

function describeFollowUps(cases: readonly CaseResult[]): string | null {
  const followUps = judgedOf(cases.filter((each) => followUpTypes.includes(each.type)))
  const others = judgedOf(
    cases.filter((each) => !followUpTypes.includes(each.type) && each.type !== 'out-of-scope'),
  )
  if (followUps.length < 3 || others.length < 3) return null
  const rate = shareOf(followUps)
  const { pValue } = compareUnpairedRates(outcomesOf(others), outcomesOf(followUps))
  return rate < 0.5 && rate < shareOf(others) - 0.15 && (pValue ?? 1) < maxChance
    ? rate < 0.2
      ? 'cannot follow up'
      : 'often cannot follow up'
    : null
}

const outcomesOf = (cases: readonly CaseResult[]): readonly Outcome[] =>
  cases.map(({ passed, clusterKey }) => ({ pass: passed === true, clusterKey }))

function describeLostSource(cases: readonly CaseResult[]): string | null {
  const bySource = Map.groupBy(
    judgedOf(cases).filter((each) => each.type !== 'out-of-scope' && each.source !== null),
    (each) => each.source ?? '',
  )
  const lost = [...bySource]
    .filter(([, members]) => members.length >= minCasesOfALostSource && shareOf(members) === 0)
    .filter(
      ([, members]) =>
        members.every(({ component }) => component === 'indexing') ||
        isBeyondChance(members, [...bySource.values()].flat(), maxChance / bySource.size),
    )
    .toSorted(([, a], [, b]) => b.length - a.length)
  if (lost.length === 0) return null
  return `answers nothing from ${joinWords(lost.slice(0, 3).map(([source]) => source))}`
}

/** So many failures alone would be rare, were the source answered as well as the others. `chance`: of 5 %, its part of all sources looked at. */
function isBeyondChance(members: readonly CaseResult[], all: readonly CaseResult[], chance: number): boolean {
  const others = all.filter((each) => !members.includes(each))
  return others.length > 0 && (1 - shareOf(others)) ** members.length <= chance
}

const judgedOf = (cases: readonly CaseResult[]): readonly CaseResult[] =>
  cases.filter((each) => each.passed !== null)
const shareOf = (cases: readonly CaseResult[]): number =>
  cases.filter((each) => each.passed === true).length / cases.length
