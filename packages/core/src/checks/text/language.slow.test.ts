import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createCheckPorts } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { prepareChecks } from '../prepare-checks.ts'

const data = fileURLToPath(new URL('../../../../../../shared/data/rag-xquad/', import.meta.url))
const isThere = existsSync(data)
if (!isThere) process.stdout.write('skipped: no labelled data at ../shared/data/rag-xquad\n')

const squad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
})

function readTexts(language: string) {
  const read = squad.parse(JSON.parse(readFileSync(`${data}xquad.${language}.json`, 'utf8')))
  const paragraphs = read.data.flatMap((article) => article.paragraphs)
  return {
    paragraphs: paragraphs.map(({ context }) => context),
    questions: paragraphs.flatMap(({ qas }) => qas.map(({ question }) => question)),
  }
}

async function countOutcomes(language: string, texts: readonly string[]) {
  const prepared = prepareChecks([{ check: 'language', parameters: { language } }])
  const counts = new Map<string, number>()
  for (const answer of texts) {
    const verdict = prepared.ok ? await prepared.value[0]?.run({ answer }, createCheckPorts()) : undefined
    const outcome = verdict?.outcome ?? 'error'
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  }
  return counts
}

describe.skipIf(!isThere)('the language of paragraphs and of single questions', () => {
  it.each(['en', 'de', 'es'])('is told or left open, seldom wrong: %s', async (language) => {
    const { paragraphs, questions } = readTexts(language)
    const [long, short] = [
      await countOutcomes(language, paragraphs),
      await countOutcomes(language, questions),
    ]
    for (const [what, counts, n] of [
      ['paragraphs', long, paragraphs.length],
      ['questions', short, questions.length],
    ] as const)
      process.stdout.write(
        `language ${language}: of ${n} ${what} ${counts.get('pass') ?? 0} right, ${counts.get('fail') ?? 0} wrong, ${counts.get('not-judged') ?? 0} not judged\n`,
      )
    expect((long.get('pass') ?? 0) / paragraphs.length).toBeGreaterThan(0.99)
    expect((short.get('fail') ?? 0) / questions.length).toBeLessThan(0.01)
  })
})
