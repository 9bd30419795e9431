import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { auditKnowledgeBase, defaultChunking, syncKnowledgeBase } from '@assay/core/knowledge'
import { countTokens } from '../src/documents/count-tokens.ts'
import { detectLanguage } from '@assay/core/languages'
import { readDocuments } from '../src/documents/read-documents.ts'

/** 650 kB of Markdown, read, parsed and cut, without embeddings. Budget: 3 s. The first round includes compiling. */
const root = join(import.meta.dirname, '../../../../shared/data/rag-kb-fastify-docs')
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const ports = { tools: { countTokens, detectLanguage, hash }, clock: { now: () => 0 }, embedder: null }
const settings = { name: 'bench', sources: ['.'], root, textField: null, chunking: defaultChunking }

if (existsSync(root)) for (let round = 1; round <= 3; round += 1) await measure(round)
else console.log(`skipped: ${root} is not there`)

async function measure(round: number): Promise<void> {
  const start = performance.now()
  const cpuStart = process.cpuUsage()
  const documents = readDocuments({ sources: ['.'], root, textField: null, skipBadRows: false })
  const synced = await syncKnowledgeBase(null, settings, documents, ports)
  if (!synced.ok) throw new Error(synced.error.message)
  const ingestMs = performance.now() - start
  const cpuMs = (process.cpuUsage(cpuStart).user + process.cpuUsage(cpuStart).system) / 1000
  const { counts } = synced.value.knowledgeBase.manifest
  const auditStart = performance.now()
  auditKnowledgeBase(synced.value.knowledgeBase)
  const auditMs = performance.now() - auditStart
  const sizes = `${counts.documents} documents, ${counts.chunks} chunks, ${counts.tokens} tokens`
  console.log(
    `round ${round}: ${sizes}: ${ingestMs.toFixed(0)} ms (CPU ${cpuMs.toFixed(0)} ms); audit ${auditMs.toFixed(0)} ms`,
  )
}
