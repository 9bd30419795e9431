export { attackedCases, type AttackCase } from './attacked-cases.data.ts'
export { attackingAnswers, type AttackingAnswer, type AttackKind } from './attacking-answers.data.ts'
export { makeAttack } from './make-attack.ts'
export { isMoved } from './is-moved.ts'
