import type { EvaluationSummary, RetrievedDocument, VerdictRow } from '@assay/contracts'
import { componentWords, formatDuration, formatOutcome, formatTokens, toSentence } from '@assay/core/wording'
import type { ReportCase, ReportPassage } from '../report-case.ts'
import type {
  CaseData,
  ClaimData,
  PassageData,
  ReportData,
  Span,
  Tone,
  VerdictData,
} from './client/report-data.ts'

/** What the page's script reads: every text once, everything else ready to show. */
export function toReportData(cases: readonly ReportCase[]): ReportData {
  const texts: string[] = []
  const indexes = new Map<string, number>()
  const intern = (text: string): number => {
    const known = indexes.get(text)
    if (known !== undefined) return known
    indexes.set(text, texts.length)
    return texts.push(text) - 1
  }
  return { cases: cases.map((reportCase) => toCaseData(reportCase, intern)), texts }
}

type Intern = (text: string) => number

function toCaseData(reportCase: ReportCase, intern: Intern): CaseData {
  const { result, testCase, answer, error, verdicts, references } = reportCase
  return {
    id: testCase.id,
    type: testCase.type,
    level: testCase.level,
    topic: testCase.topic,
    language: testCase.language,
    source: result.source,
    tag: testCase.tags,
    length: result.length,
    outcome: result.failsByChecksAlone ? 'fails-a-check' : result.outcome,
    outcomeText: formatOutcome(result),
    tone: toneOf(result.passed),
    passed: result.passed,
    component: result.component,
    componentText: result.component === null ? null : componentWords[result.component].label,
    componentEvidence: result.componentEvidence === null ? null : toSentence(result.componentEvidence),
    history: testCase.history,
    question: testCase.question,
    answer: answer?.text ?? null,
    error: error ? `${error.code} ${error.message}` : null,
    reference: testCase.referenceAnswer,
    claims: toClaims(reportCase),
    extraClaims: verdicts.find((verdict) => verdict.claims !== undefined)?.extraClaims ?? null,
    reason: result.reason,
    verdicts: verdicts.map(toVerdictData),
    retrieved: answer?.documents?.map((document) => toRetrieved(document, reportCase, intern)) ?? null,
    references: references.map((passage) => toReference(passage, reportCase, intern)),
    missingReferences: testCase.referenceContexts.length - references.length,
    facts: describeFacts(reportCase),
  }
}

const toneOf = (passed: boolean | null): Tone => (passed === null ? 'unsure' : passed ? 'good' : 'bad')

function toClaims({ testCase, verdicts }: ReportCase): readonly ClaimData[] {
  const judged =
    verdicts.find((verdict) => verdict.claims !== undefined && verdict.claims.length > 0)?.claims ?? []
  return testCase.referenceClaims.flatMap(({ text }, index) => {
    const verdict = judged.find(({ claim }) => claim === index)
    return verdict === undefined ? [] : [{ text, status: verdict.status, span: verdict.span ?? null }]
  })
}

const outcomeTones: Readonly<Record<VerdictRow['outcome'], Tone>> = {
  pass: 'good',
  fail: 'bad',
  error: 'unsure',
  'not-judged': 'unsure',
  'not-applicable': 'unsure',
}

function toVerdictData(verdict: VerdictRow): VerdictData {
  const metrics = Object.entries(verdict.metrics ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${value.toFixed(2)}`],
  )
  return {
    check: verdict.check,
    outcome: verdict.label ?? verdict.outcome,
    tone: outcomeTones[verdict.outcome],
    detail: [verdict.reason, verdict.error?.message, metrics.join(', ')].filter((part) => part).join(' '),
  }
}

function toRetrieved(
  document: RetrievedDocument,
  { testCase, references }: ReportCase,
  intern: Intern,
): PassageData {
  const quotes = testCase.referenceClaims.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
  const reference = references.find(({ id, text }) => id === document.id || text === document.text)
  const isReference = reference !== undefined
  const score = document.score === undefined ? [] : [`score ${document.score.toFixed(2)}`]
  return {
    text: intern(document.text),
    title: [document.id ?? reference?.id ?? 'no id', ...score].join(' · '),
    isReference,
    marks: isReference ? quotes.flatMap((quote) => findQuote(document.text, quote)) : [],
  }
}

function toReference(passage: ReportPassage, { testCase }: ReportCase, intern: Intern): PassageData {
  const evidence = testCase.referenceClaims.flatMap((claim) => claim.evidence)
  return {
    text: intern(passage.text),
    title: [passage.source, ...passage.titlePath].join(' › '),
    isReference: false,
    marks: evidence.flatMap(({ chunkId, start, end, quote }): readonly Span[] =>
      chunkId !== passage.id
        ? []
        : passage.text.slice(start, end) === quote
          ? [[start, end]]
          : findQuote(passage.text, quote),
    ),
  }
}

function findQuote(text: string, quote: string): readonly Span[] {
  const at = quote === '' ? -1 : text.indexOf(quote)
  return at === -1 ? [] : [[at, at + quote.length]]
}

function describeFacts({ answer, result, testCase }: ReportCase): readonly string[] {
  const { usage, returnedModel, costUsd } = answer ?? {}
  const tokens = (usage?.input ?? 0) + (usage?.output ?? 0)
  return [
    ...(result.latencyMs === null ? [] : [formatDuration(result.latencyMs)]),
    ...(tokens === 0 ? [] : [`${formatTokens(tokens)} tokens`]),
    ...(costUsd === undefined || costUsd === null ? [] : [`$${costUsd.toPrecision(2)}`]),
    ...(returnedModel ? [returnedModel] : []),
    ...(result.repeats > 1 ? [`${result.repeats} repeats, ${describeStability(result.stable)}`] : []),
    testCase.review === undefined ? 'not reviewed' : `${testCase.review.decision} by ${testCase.review.by}`,
  ]
}

const describeStability = (stable: EvaluationSummary['cases'][number]['stable']): string =>
  stable === null ? 'not judged' : stable ? 'the same verdict each time' : 'not the same verdict each time'
