import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { labelHaluevalAnswers } from './accuracy/label-halueval-answers.ts'
import { labelXquadAnswers } from './accuracy/label-xquad-answers.ts'
import { judgeLabelled, type JudgedAnswer } from './accuracy/measure-accuracy.ts'

/** What must hold beside the figures of the card, which tools/accuracy measures: answers made in a known way, by kind. */
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

const isJudged = ({ label }: JudgedAnswer): boolean => label !== 'not-judged'

/** Share of the judged answers, right or wrong by how they were made, that the judge finds so. */
function shareFound(answers: readonly JudgedAnswer[], kind: 'right' | 'wrong'): number {
  const judged = answers.filter((one) => isJudged(one) && (one.expected === 'correct') === (kind === 'right'))
  return judged.filter((one) => (one.label === 'correct') === (kind === 'right')).length / judged.length
}

describe.skipIf(!isThere)('the rule-based judge on labelled answers', () => {
  const answers = isThere ? judgeAll() : []
  const typed = answers.filter((one) => one.set === 'XQuAD' && one.typed)

  it('is rarely wrong on typed short answers, and judges most of them', () => {
    expect(shareFound(typed, 'right')).toBeGreaterThan(0.99)
    expect(shareFound(typed, 'wrong')).toBeGreaterThan(0.99)
    expect(typed.filter((one) => !isJudged(one)).length / typed.length).toBeLessThan(0.15)
  })

  it.each(['negated', 'swapped value', 'swapped in a sentence', 'corrected away', 'refusal'])(
    'finds wrong what is %s',
    (variant) => {
      const made = typed.filter((one) => one.variant === variant)
      expect(made.length).toBeGreaterThan(0)
      expect(shareFound(made, 'wrong')).toBeGreaterThan(0.985)
    },
  )

  it('calls every refusal no answer, and no right answer', () => {
    const refusals = answers.filter((one) => one.expected === 'no-answer')
    expect(refusals.filter((one) => one.label !== 'no-answer')).toEqual([])
    const taken = answers.filter((one) => one.expected === 'correct' && one.label === 'no-answer')
    expect(taken.length / answers.length).toBeLessThan(0.001)
  })

  it('holds its floor on answers that a model made up', () => {
    const made = answers.filter((one) => one.set === 'HaluEval QA' && one.typed)
    expect(shareFound(made, 'right')).toBeGreaterThan(0.99)
    expect(shareFound(made, 'wrong')).toBeGreaterThan(0.92)
  })
})
