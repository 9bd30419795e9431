import { attackedCases, attackingAnswers, makeAttack } from '@assay/core/judging/attacks'
import type { AnswerRow } from './judged-row.ts'

/** Each attack once, around a wrong answer: none may become right. The cases take turns. */
export function drawAttacks(): readonly AnswerRow[] {
  const cases = attackedCases.filter(({ testCase }) => testCase.type !== 'out-of-scope')
  return attackingAnswers.flatMap((attack, index) => {
    const attacked = cases[index % cases.length]
    if (attacked === undefined) return []
    const { testCase, wrong } = attacked
    const { question, referenceAnswer } = testCase
    const answer = makeAttack(attack, { question, answer: wrong, reference: referenceAnswer })
    return [
      { set: 'attacks', variant: attack.kind, clusterKey: testCase.id, isPositive: false, testCase, answer },
    ]
  })
}
