import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { measureDeclining, measureFaithfulness } from './measure-rule-judges.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const isThere = existsSync(`${data}rag-xquad`) && existsSync(`${data}hal-begin-dev`)
if (!isThere) process.stdout.write(`accuracy of the judges by rules: skipped, no labelled sets at ${data}\n`)

const read = (path: string): string => readFileSync(data + path, 'utf8')

const hardAnswers = 'refusal-answers, our own'

describe.skipIf(!isThere)('the judges by rules on labelled answers', () => {
  it('are rarely wrong on what passages support, and judge most of it', async () => {
    const sets = await measureFaithfulness(read)
    for (const { name, truePositiveRate, falsePositiveRate } of sets) {
      if (truePositiveRate !== null) expect(truePositiveRate.value, name).toBeGreaterThan(0.98)
      // Dialogue: what is said beside the source counts as not attributable there.
      if (falsePositiveRate !== null && !name.startsWith('hal-begin-dev'))
        expect(falsePositiveRate.value, name).toBeLessThan(0.12)
    }
    const xquad = sets.find(({ name }) => name === 'rag-xquad, odd articles')
    expect(xquad?.falsePositiveRate?.value).toBeLessThan(0.02)
    expect((xquad?.notJudged ?? 0) / (xquad?.n ?? 1)).toBeLessThan(0.4)
  })

  it('take no answer for declined, and few that quote, stage or half give a refusal', async () => {
    const sets = await measureDeclining(read)
    expect(sets.map(({ name }) => name)).toContain(hardAnswers)
    for (const { name, falsePositiveRate } of sets)
      expect(falsePositiveRate?.value, name).toBeLessThan(name === hardAnswers ? 0.09 : 0.05)
  })
})
