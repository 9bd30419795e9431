import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sha256 } from '@assay/testkit'
import { expect, test } from 'vitest'
import { cutDocuments } from './fixtures/cut-documents.ts'
import { generateFacts } from './generate-facts.ts'
import { factsTypes } from './options.ts'

const root = resolve(import.meta.dirname, '../../../../../..', 'shared/data')

const readMarkdown = (folder: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**/*.md', { cwd: resolve(root, folder) }).map((file) => [
      file,
      readFileSync(resolve(root, folder, file), 'utf8'),
    ]),
  )

function readParagraphs(): Record<string, string> {
  const file = JSON.parse(readFileSync(resolve(root, 'rag-xquad/xquad.en.json'), 'utf8')) as {
    data: { title: string; paragraphs: { context: string }[] }[]
  }
  return Object.fromEntries(
    file.data.flatMap(({ title, paragraphs }) =>
      paragraphs.map(({ context }, index) => [`${title}#${index}`, context]),
    ),
  )
}

/** Floors are what was read and found sound; a change that makes far fewer questions has lost a rule. */
const corpora = [
  {
    name: 'rag-kb-fastify-docs',
    floor: 24,
    read: () => readMarkdown('rag-kb-fastify-docs'),
    format: 'markdown',
  },
  {
    name: 'rag-kb-employee-handbook',
    floor: 5,
    read: () => readMarkdown('rag-kb-employee-handbook'),
    format: 'markdown',
  },
  { name: 'rag-xquad', floor: 18, read: readParagraphs, format: 'plain' },
] as const

test.for(corpora)(
  '$name gives its questions, each short enough and with verbatim evidence',
  ({ name, floor, read, format }, { skip }) => {
    if (!existsSync(resolve(root, name))) {
      process.stdout.write(`skipped: ${resolve(root, name)} is absent\n`)
      skip()
    }
    const knowledgeBase = cutDocuments(read(), format)
    const chunks = new Map(knowledgeBase.chunks.map((chunk) => [chunk.id, chunk.text]))
    const result = generateFacts(
      knowledgeBase,
      { questions: 60, types: factsTypes, seed: 1 },
      { hash: sha256 },
    )
    const cases = result.ok ? result.value.cases : []
    process.stdout.write(
      `${name}: ${cases.length} questions\n${cases.map(({ type, question }) => `  ${type}: ${question}\n`).join('\n')}`,
    )
    expect(cases.length).toBeGreaterThanOrEqual(floor)
    for (const { question, referenceClaims } of cases) {
      expect(question.split(' ').length).toBeLessThan(45)
      for (const { evidence } of referenceClaims) {
        for (const { chunkId, start, end, quote } of evidence)
          expect(chunks.get(chunkId)?.slice(start, end)).toBe(quote)
      }
    }
  },
)
