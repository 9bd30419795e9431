import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, type KnowledgeBase } from '@assay/core'
import {
  auditKnowledgeBase,
  createSearchIndex,
  defaultChunking,
  syncKnowledgeBase,
} from '@assay/core/knowledge'
import { describe, expect, test } from 'vitest'
import { countTokens } from './count-tokens.ts'
import { detectLanguage } from '@assay/core/languages'
import { readDocuments } from './read-documents.ts'

const data = join(import.meta.dirname, '../../../../../shared/data')
const there = existsSync(data)
if (!there) process.stdout.write(`skipped: the labelled sets are not at ${data}\n`)

async function ingest(
  folder: string,
  sources: string[],
  textField: string | null = null,
): Promise<KnowledgeBase> {
  const root = join(data, folder)
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const synced = await syncKnowledgeBase(
    null,
    { name: 'kb', sources, root, textField, chunking: defaultChunking },
    readDocuments({ sources, root, textField, skipBadRows: false }),
    { tools: { countTokens, detectLanguage, hash }, clock: { now: () => 0 }, embedder: null },
  )
  return must(synced.ok ? synced.value.knowledgeBase : null, 'knowledge base')
}

const paragraphs = '$.data[*].paragraphs[*].context'
interface Squad {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string
      readonly qas: readonly { readonly question: string }[]
    }[]
  }[]
}

describe.skipIf(!there)('knowledge bases of real documents', () => {
  test('the Fastify documentation: every file is read, passages are raw slices within the limit, all English', async () => {
    const root = join(data, 'rag-kb-fastify-docs')
    const { manifest, chunks } = await ingest('rag-kb-fastify-docs', ['**/*.md'])
    expect(manifest.counts.documents).toBe(42)
    expect(manifest.skipped).toEqual([])
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length)
    expect(Math.max(...chunks.map(({ tokens }) => tokens))).toBeLessThan(defaultChunking.maxTokens * 1.05)
    expect(
      chunks.filter(({ language }) => language !== 'en').map(({ source, start }) => [source, start]),
    ).toEqual([])
    for (const chunk of chunks) {
      expect(readFileSync(join(root, chunk.source), 'utf8').slice(chunk.start, chunk.end)).toBe(chunk.text)
    }
  })

  test('the audit of the Fastify documentation makes no claim of a conflict', async () => {
    const { findings, counts } = auditKnowledgeBase(await ingest('rag-kb-fastify-docs', ['**/*.md']))
    expect(findings.filter(({ severity }) => severity === 'high')).toEqual([])
    expect(counts['dangling-reference']).toBeGreaterThan(0)
    expect(findings.length).toBeLessThan(40)
  })

  test('the handbook: its company goes by two names', async () => {
    const { findings } = auditKnowledgeBase(await ingest('rag-kb-employee-handbook', ['.']))
    const high = findings.filter(({ severity }) => severity === 'high')
    expect(high.map(({ message }) => message)).toEqual([
      'The employer goes by two names: "ABC Company" (31 places) and "Samplesoft" (1 place)',
    ])
    expect(high[0]?.places[0]?.quote).toContain('As a Samplesoft employee')
  })

  test.each(['en', 'es', 'de'])(
    'XQuAD %s: the language is told and words alone find the paragraph',
    async (language) => {
      const file = `xquad.${language}.json`
      const knowledgeBase = await ingest('rag-xquad', [file], paragraphs)
      expect(knowledgeBase.documents).toHaveLength(240)
      const told = knowledgeBase.documents.filter((document) => document.language === language).length
      const index = createSearchIndex(knowledgeBase)
      const squad = JSON.parse(readFileSync(join(data, 'rag-xquad', file), 'utf8')) as Squad
      const questions = squad.data
        .flatMap((article) => article.paragraphs)
        .flatMap(({ qas }, place) =>
          qas.map(({ question }) => ({ question, source: `${file}#${place + 1}` })),
        )
      const hits = (k: number) =>
        questions.filter(({ question, source }) =>
          index.search(question, { k }).some(({ chunk }) => chunk.source === source),
        ).length / questions.length
      const [first, fifth] = [hits(1), hits(5)]
      process.stdout.write(
        `XQuAD ${language}: language ${told}/240; hit rate at 1 ${first.toFixed(3)}, at 5 ${fifth.toFixed(3)} (n = ${questions.length})\n`,
      )
      expect(told).toBeGreaterThanOrEqual(235)
      expect(first).toBeGreaterThan(0.8)
      expect(fifth).toBeGreaterThan(0.93)
    },
  )

  test('nothing conflicts in the paragraphs of XQuAD', async () => {
    const { findings } = auditKnowledgeBase(await ingest('rag-xquad', ['xquad.en.json'], paragraphs))
    expect(findings.filter(({ severity }) => severity === 'high')).toEqual([])
  })
})
