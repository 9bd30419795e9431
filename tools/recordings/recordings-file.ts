import { readFileSync, writeFileSync } from 'node:fs'
import type { Recording } from './recorded-model.ts'

/** Judges whose answers are recorded, a file each. */
export const recordedJudges = ['correctness', 'declining', 'faithfulness', 'attacks'] as const
export type RecordedJudge = (typeof recordedJudges)[number]

const fileOf = (judge: RecordedJudge): URL => new URL(`${judge}.jsonl`, import.meta.url)

export const readRecordings = (judge: RecordedJudge): readonly Recording[] =>
  readFileSync(fileOf(judge), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Recording => JSON.parse(line))

export function writeRecordings(judge: RecordedJudge, recordings: readonly Recording[]): void {
  const lines = recordings
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((recording) => `${JSON.stringify(recording)}\n`)
  writeFileSync(fileOf(judge), lines.join(''))
}
