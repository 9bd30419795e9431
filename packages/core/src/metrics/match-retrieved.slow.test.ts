import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matchRetrieved } from './match-retrieved.ts'

const folder = '../shared/data/rag-kb-fastify-docs'

interface Passage {
  readonly id: string
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Cuts every document after each `words` words, the first cut after `offset`. */
function cut(words: number, offset: number): Passage[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const ends = [...text.matchAll(/\S+/gu)].map((match) => match.index + match[0].length)
    const cuts = [0, ...ends.filter((_, index) => index % words === offset), text.length]
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i] ?? 0
      return { id: `${file}:${start}`, file, start, end, text: text.slice(start, end) }
    })
  })
}

function sharedPart(a: Passage, b: Passage): number {
  const shared = a.file === b.file ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0
  return Math.max(0, shared) / Math.min(a.end - a.start, b.end - b.start)
}

/** Retrieved passages come from another chunker that also strips the markup. Every third is enough. */
function measure(references: readonly Passage[], words: number, offset: number) {
  const documents = cut(words, offset).filter(
    ({ text }, index) => index % 3 === 0 && text.split(/\s+/u).length > 12,
  )
  const counts = { found: 0, missed: 0, wrong: 0 }
  const stripped = documents.map(({ text }) => ({ text: text.replaceAll(/[*`#|_]/gu, ' ') }))
  const ranking = matchRetrieved(stripped, references)
  for (const [index, document] of documents.entries()) {
    const matched = new Set(ranking?.retrieved[index])
    for (const reference of references) {
      const part = sharedPart(document, reference)
      if (part >= 0.8) counts[matched.has(reference.id) ? 'found' : 'missed'] += 1
      else if (part < 0.5 && matched.has(reference.id)) counts.wrong += 1
    }
  }
  return counts
}

test('passages cut by another chunker are matched to the references they overlap', ({ skip }) => {
  if (!existsSync(folder)) skip(`no labelled data at ${folder}`)
  const references = cut(150, 149)
  const total = { found: 0, missed: 0, wrong: 0 }
  for (const [words, offset] of [
    [30, 7],
    [60, 13],
    [150, 20],
    [400, 37],
    [800, 11],
  ] as const) {
    const { found, missed, wrong } = measure(references, words, offset)
    process.stdout.write(
      `${String(words).padStart(4)} words a chunk: ${found} found, ${missed} missed, ${wrong} wrong\n`,
    )
    total.found += found
    total.missed += missed
    total.wrong += wrong
  }
  expect(total.found / (total.found + total.missed)).toBeGreaterThan(0.97)
  expect(total.found / (total.found + total.wrong)).toBeGreaterThan(0.94)
})
