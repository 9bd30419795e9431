import type { CheckCase } from '@assay/contracts'
import type { FencedText } from '../../prompts/fence-texts.ts'

/** UTF-16 code units of an answer that are judged, as by the judges: what stands further on is not part of a usable answer. */
export const maxAnswerLength = 20_000

/** Whether there is nothing to judge: no letter and no digit. */
export const isEmptyText = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)

/** Messages before the question, then the question, each with its role; empty where the case has none. */
export const questionTexts = ({ history = [], input }: CheckCase): readonly FencedText[] => [
  ...history.map(({ role, content }, index) => ({ label: `${role}-${index + 1}`, text: content })),
  ...(input === undefined ? [] : [{ label: 'question', text: input }]),
]

/** `p1`, `p2`, …: the passages the target retrieved. */
export const contextTexts = ({ contexts = [] }: CheckCase): readonly FencedText[] =>
  contexts.map(({ text }, index) => ({ label: `p${index + 1}`, text }))

export const answerTexts = (text: string): readonly FencedText[] => [{ label: 'answer', text }]

/** `c1`, `c2`, …; any prefix. */
export const labelTexts = (prefix: string, texts: readonly string[]): readonly FencedText[] =>
  texts.map((text, index) => ({ label: `${prefix}${index + 1}`, text }))

/** A quote for a reason: one line, cut short. */
export function quoteShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return JSON.stringify(line.length > 100 ? `${line.slice(0, 99)}…` : line)
}

/** The first three, then how many more. */
export const listShort = (items: readonly string[]): string =>
  items.slice(0, 3).join('; ') + (items.length > 3 ? `; and ${items.length - 3} more` : '')

/** BCP 47, as the case tells; English where it does not. */
export function languageOf({ metadata }: Pick<CheckCase, 'metadata'>): string {
  const language = metadata?.['language']
  return typeof language === 'string' ? language : 'en'
}
