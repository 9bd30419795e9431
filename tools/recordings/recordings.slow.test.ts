import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dataFolder } from '../accuracy/measure-card.ts'
import { readRecordings, recordedJudges } from './recordings-file.ts'

const isThere = existsSync(dataFolder)
if (!isThere)
  process.stdout.write(`words of labelled rows in recordings: skipped, no sets at ${dataFolder}\n`)

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
const runLength = 8

it.skipIf(!isThere)('recordings hold no eight words in a row of the sets they judge', () => {
  const files = globSync('{rag-xquad/*.json,hal-halueval-qa/*.jsonl,hal-begin-dev/*.tsv}', {
    cwd: dataFolder,
  })
  expect(files.length).toBeGreaterThan(5)
  const sets = files.map((file) => ` ${wordsOf(readFileSync(dataFolder + file, 'utf8')).join(' ')} `)
  const found = recordedJudges.flatMap((judge) =>
    readRecordings(judge).flatMap(({ key, answer }) =>
      textsOf(JSON.parse(answer)).flatMap((text) => {
        const words = wordsOf(text)
        const runs = words
          .map((_, at) => words.slice(at, at + runLength))
          .filter(({ length }) => length === runLength)
        return runs
          .map((run) => ` ${run.join(' ')} `)
          .filter((run) => sets.some((set) => set.includes(run)))
          .map((run) => `${judge} ${key.slice(0, 8)}:${run}`)
      }),
    ),
  )
  expect(found).toEqual([])
})

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
