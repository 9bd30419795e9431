import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createRougeL, createRougeN } from './rouge.ts'

const data = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url))

interface RougeVector {
  readonly hypothesis: string
  readonly reference: string
  readonly scores: Readonly<Record<string, Readonly<Record<'p' | 'r' | 'f', number>>>>
}

test('ROUGE equals the published single-sentence vectors', ({ skip }) => {
  const file = `${data}met-rouge-singlesent/rouge_vectors.jsonl`
  if (!existsSync(file)) {
    process.stdout.write(`skipped: ${file} is absent\n`)
    skip()
  }
  const metrics = { rouge1: createRougeN(1), rouge2: createRougeN(2), rougeL: createRougeL() }
  const rows: readonly RougeVector[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  let [worst, compared] = [0, 0]
  for (const { hypothesis, reference, scores } of rows)
    for (const [name, metric] of Object.entries(metrics)) {
      const expected = scores[name]
      if (expected === undefined) continue
      const { precision, recall, f } = metric.explain(hypothesis, [reference])
      for (const [given, wanted] of [
        [precision, expected.p],
        [recall, expected.r],
        [f, expected.f],
      ] as const)
        worst = Math.max(worst, Math.abs(given - wanted))
      compared += 1
    }
  process.stdout.write(
    `ROUGE vectors: ${compared} scores, at most ${worst.toExponential(1)} apart (published to five decimals)\n`,
  )
  expect(compared).toBeGreaterThan(100)
  expect(worst).toBeLessThanOrEqual(1e-5)
})
