import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { measureAccuracy, measureSets, type MeasuredAccuracy } from './accuracy/accuracy-sets.ts'
import { labelHaluevalAnswers } from './accuracy/label-halueval-answers.ts'
import { labelXquadAnswers } from './accuracy/label-xquad-answers.ts'
import { judgeLabelled, type JudgedAnswer } from './accuracy/measure-accuracy.ts'
import { rulesJudgeMeasured } from './measured.data.ts'

const data = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url))
const isThere = existsSync(`${data}rag-xquad`) && existsSync(`${data}hal-halueval-qa`)
if (!isThere) process.stdout.write(`accuracy of the rule-based judge: skipped, no labelled sets at ${data}\n`)

const read = (path: string): string => readFileSync(data + path, 'utf8')

const judgeAll = (): readonly JudgedAnswer[] =>
  judgeLabelled([
    ...labelXquadAnswers(JSON.parse(read('rag-xquad/xquad.en.json'))),
    ...['one', 'multi'].flatMap((turns) =>
      labelHaluevalAnswers(read(`hal-halueval-qa/qa_${turns}-turn_data.jsonl`).split('\n')),
    ),
  ])

describe.skipIf(!isThere)('the rule-based judge on labelled answers', () => {
  const answers = isThere ? judgeAll() : []
  const measured = measureSets(answers)
  const typed = answers.filter((one) => one.set === 'XQuAD' && one.typed)

  it('prints what it measured', () => {
    const variants = [
      ...Map.groupBy(
        answers.filter((one) => one.typed),
        (one) => `${one.set}, typed: ${one.variant}`,
      ),
    ]
    const rows = [...measured, ...variants.map(([on, part]) => measureAccuracy(on, part))]
    process.stdout.write(`${rows.map(toLine).join('\n')}\n`)
    expect(rows.every((row) => row.n > 0)).toBe(true)
  })

  it('measures what reports are told', () => {
    expect(measured, 'run tools/measure-rules-judge.ts').toEqual(rulesJudgeMeasured)
  })

  it('is rarely wrong on typed short answers, and judges most of them', () => {
    const row = measureAccuracy('typed', typed)
    expect(row.truePositiveRate.value).toBeGreaterThan(0.99)
    expect(row.trueNegativeRate.value).toBeGreaterThan(0.99)
    expect(row.notJudged / row.n).toBeLessThan(0.15)
  })

  it('finds negated, swapped and declined answers', () => {
    for (const variant of [
      'negated',
      'swapped value',
      'swapped in a sentence',
      'corrected away',
      'refusal',
    ]) {
      const row = measureAccuracy(
        variant,
        typed.filter((one) => one.variant === variant),
      )
      expect(row.trueNegativeRate.value, variant).toBeGreaterThan(0.985)
    }
  })

  it('calls every refusal no answer, and no right answer', () => {
    const refusals = answers.filter((one) => one.expected === 'no-answer')
    expect(refusals.filter((one) => one.label !== 'no-answer')).toEqual([])
    const taken = answers.filter((one) => one.expected === 'correct' && one.label === 'no-answer')
    expect(taken.length / answers.length).toBeLessThan(0.001)
  })

  it('holds its floor on answers that a model made up', () => {
    const row = measureAccuracy(
      'HaluEval',
      answers.filter((one) => one.set === 'HaluEval QA' && one.typed),
    )
    expect(row.truePositiveRate.value).toBeGreaterThan(0.99)
    expect(row.trueNegativeRate.value).toBeGreaterThan(0.92)
  })
})

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1))

const toLine = ({ on, n, notJudged, truePositiveRate, trueNegativeRate }: MeasuredAccuracy): string => {
  const show = ({ value, low, high, n: of }: MeasuredAccuracy['truePositiveRate']): string =>
    value === null
      ? '–'.padEnd(30)
      : `${percent(value)} % (${percent(low)}–${percent(high)}, n = ${of})`.padEnd(30)
  return `${on.padEnd(54)} n ${String(n).padStart(6)}  TPR ${show(truePositiveRate)} TNR ${show(trueNegativeRate)} not judged ${percent(notJudged / n)} %`
}
