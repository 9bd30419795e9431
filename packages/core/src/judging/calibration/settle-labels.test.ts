import type { JudgeLabel } from '@assay/contracts'
import { buildJudgeLabel } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { isRightBy } from './label-outcomes.ts'
import { formatLabel, parseLabels } from './parse-labels.ts'
import { settleLabels } from './settle-labels.ts'

const said = (labeller: string, outcome: JudgeLabel['outcome'], caseId = 'a') =>
  buildJudgeLabel({ labeller, outcome, caseId })
const truthOf = (...labels: readonly JudgeLabel[]) => settleLabels(labels).rows.map(({ truth }) => truth)

describe('a label', () => {
  it('calls declining right where the documents do not answer, and wrong elsewhere', () => {
    expect(isRightBy('no answer', 'out-of-scope')).toBe(true)
    expect(isRightBy('no answer', 'simple')).toBe(false)
    expect(isRightBy('partially correct', 'simple')).toBe(false)
    expect(isRightBy('unsure', 'simple')).toBeNull()
  })
})

describe('the truth of an answer', () => {
  it('is what labellers agree on, and disputed where two do not', () => {
    expect(truthOf(said('ann', 'correct'), said('ben', 'correct'))).toEqual(['right'])
    expect(truthOf(said('ann', 'incorrect'), said('ben', 'partially correct'))).toEqual(['wrong'])
    expect(truthOf(said('ann', 'correct'), said('ben', 'incorrect'))).toEqual(['disputed'])
  })

  it('is the last word of whoever labels twice', () => {
    expect(truthOf(said('ann', 'correct'), said('ann', 'incorrect'))).toEqual(['wrong'])
  })

  it('is set aside where anybody found the reference wrong or the question ambiguous', () => {
    expect(truthOf(said('ann', 'correct'), said('ben', 'reference wrong'))).toEqual(['set aside'])
    expect(truthOf(said('ann', 'question ambiguous'))).toEqual(['set aside'])
  })

  it('is what whoever adjudicates says, also against all others, who stay in the record', () => {
    const ruling = (outcome: JudgeLabel['outcome'], labeller = 'cleo') => ({
      ...said(labeller, outcome),
      adjudicates: true as const,
    })
    const differing = [said('ann', 'correct'), said('ben', 'incorrect')]
    expect(truthOf(...differing, ruling('incorrect'))).toEqual(['wrong'])
    expect(truthOf(ruling('correct'), ...differing)).toEqual(['right'])
    expect(truthOf(...differing, ruling('reference wrong'))).toEqual(['set aside'])
    expect(truthOf(said('ann', 'reference wrong'), said('ben', 'correct'), ruling('correct'))).toEqual([
      'right',
    ])
    expect(truthOf(...differing, ruling('unsure'))).toEqual(['unsure'])
    const own = settleLabels([...differing, ruling('correct', 'ben')]).rows[0]
    expect(own?.truth).toBe('right')
    expect(own?.labels.map(({ labeller, outcome }) => `${labeller} ${outcome}`)).toEqual([
      'ann correct',
      'ben incorrect',
      'ben correct',
    ])
  })

  it('does not make a third labeller of whoever adjudicates', () => {
    const rows = ['a', 'b', 'c'].flatMap((id) => [
      said('ann', 'correct', id),
      said('ben', 'incorrect', id),
      { ...said('cleo', 'correct', id), adjudicates: true as const },
    ])
    expect(settleLabels(rows).consensus).toBeNull()
  })

  it('is not known where nobody was sure, and theirs who were', () => {
    expect(truthOf(said('ann', 'unsure'))).toEqual(['unsure'])
    expect(truthOf(said('ann', 'unsure'), said('ben', 'correct'))).toEqual(['right'])
  })

  it('follows the better of three labellers who do not agree', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `c${index}`)
    const labels = ids.flatMap((id, index) => [
      said('ann', 'correct', id),
      said('ben', index === 4 ? 'incorrect' : 'correct', id),
      said('cleo', index % 2 === 0 ? 'incorrect' : 'correct', id),
    ])
    const { rows, consensus } = settleLabels([
      ...labels,
      ...['x', 'y'].flatMap((id) => [
        said('ann', 'incorrect', id),
        said('ben', 'incorrect', id),
        said('cleo', 'correct', id),
      ]),
    ])
    expect(consensus?.raters.size).toBe(3)
    expect(rows.find(({ about }) => about.caseId === 'c6')?.truth).toBe('right')
    expect(rows.find(({ about }) => about.caseId === 'x')?.truth).toBe('wrong')
  })
})

describe('the word of the people on an answer', () => {
  it('is that of somebody who says what was settled', () => {
    const { rows } = settleLabels([said('ann', 'unsure'), said('ben', 'correct')])
    expect(rows.map(({ about }) => about.outcome)).toEqual(['correct'])
    const trusted = Array.from({ length: 30 }, (_, index) =>
      ['ann', 'ben', 'cleo'].map((name) =>
        said(name, index % 2 === 0 ? 'correct' : 'incorrect', `c${index}`),
      ),
    ).flat()
    const outvoted = settleLabels([
      ...trusted,
      said('ann', 'correct', 'x'),
      said('ben', 'partially correct', 'x'),
      said('cleo', 'incorrect', 'x'),
    ]).rows.find(({ about }) => about.caseId === 'x')
    expect(outvoted).toMatchObject({ truth: 'wrong', about: { outcome: 'partially correct' } })
  })

  it('is the reason why an answer was set aside', () => {
    const [row] = settleLabels([said('ann', 'correct'), said('ben', 'reference wrong')]).rows
    expect(row?.about).toMatchObject({ labeller: 'ben', outcome: 'reference wrong' })
  })
})

describe('a label file', () => {
  const label = buildJudgeLabel({ note: 'the unit is missing' })

  it('reads back what was written', () => {
    expect(parseLabels(formatLabel(label) + formatLabel(label), 'labels.jsonl')).toMatchObject({
      ok: true,
      value: [label, label],
    })
  })

  it('loses a last line that was not written whole, and names any other that is no label', () => {
    expect(parseLabels(formatLabel(label) + formatLabel(label).slice(0, 40), 'f')).toMatchObject({
      ok: true,
      value: [label],
    })
    expect(parseLabels(`{}\n${formatLabel(label)}`, 'f')).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-7020', where: expect.stringContaining('f, line 1') },
    })
  })
})
