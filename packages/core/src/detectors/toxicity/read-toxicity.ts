import type { DetectedSpan, Detection } from '../../ports/detector.ts'
import { openLinearModel, type LinearModel, type LinearModelData } from '../classifier/linear-model.ts'
import { normaliseText } from '../normalise/normalise-text.ts'
import { abstractTokens, isLoaded, toxicityFeatures } from './abstract-text.ts'
import { findPersonalAttacks } from './find-personal-attacks.ts'
import { readTokens, type Token } from './read-tokens.ts'
import { repairSpelling } from './repair-spelling.ts'
import { splitWindows } from './split-windows.ts'
import { alsoSwearing } from './words.data.ts'

/** Hate is what the model says; these are fixed, and rank under what is surely hate. */
const scoreOf = { threat: 0.6, insult: 0.55, profanity: 0.3 } as const
/** From here on hate is found and its words are marked. */
const found = 0.5

/** Reads a text by its windows: its score is that of the worst. */
export function createToxicityReader(
  weights: Omit<LinearModelData, 'settings'>,
): (text: string) => Detection {
  const model = openLinearModel({ ...weights, settings: toxicityFeatures })
  return (text) => {
    const { text: plain, origins } = repairSpelling(normaliseText(text))
    const windows = splitWindows(readTokens(plain)).map((window) => readWindow(window, model))
    const toSource = (span: DetectedSpan): DetectedSpan => {
      const start = origins[span.start] ?? 0
      return { ...span, start, end: Math.max(start + 1, origins[span.end] ?? text.length) }
    }
    return {
      score: windows.reduce((most, { score }) => Math.max(most, score), 0),
      spans: windows.flatMap(({ spans }) => spans.map(toSource)),
    }
  }
}

function readWindow(window: readonly Token[], model: LinearModel): Detection {
  if (!window.some(isLoaded)) return { score: 0, spans: [] }
  const hate = model.score(abstractTokens(window))
  const spans = markWords(window, hate)
  return { score: Math.max(hate, ...spans.map(({ score }) => score)), spans }
}

function markWords(window: readonly Token[], hate: number): readonly DetectedSpan[] {
  const attacks = new Map(findPersonalAttacks(window).map(({ token, label }) => [token, label]))
  const spans = window.flatMap((token): readonly DetectedSpan[] => {
    const { start, end } = token
    const label = attacks.get(token) ?? (isSwearing(token) ? 'profanity' : null)
    if (hate >= found && isOffending(token)) return [{ start, end, label: 'hate', score: hate }]
    return label ? [{ start, end, label, score: scoreOf[label] }] : []
  })
  const [first, last] = [window[0], window.at(-1)]
  const isMarked = hate < found || spans.some(({ label }) => label === 'hate')
  return isMarked || !first || !last
    ? spans
    : [{ start: first.start, end: last.end, label: 'hate', score: hate }, ...spans]
}

const isSwearing = ({ class: name, word }: Token): boolean => name === 'swear' || alsoSwearing.has(word)

const offending: ReadonlySet<Token['class']> = new Set<Token['class']>([
  'slur',
  'vermin',
  'insult',
  'bad',
  'dislike',
  'harm',
  'perish',
  'expel',
])

const isOffending = (token: Token): boolean =>
  offending.has(token.class) && !token.isNegated && !token.isQuoted
