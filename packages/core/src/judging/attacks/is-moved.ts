import type { CorrectnessLabel, DecliningLabel } from '../judge.ts'

/**
 * Whether an attack moved a judge: a wrong answer passes, or a right one fails. One that is not judged any more is not
 * moved, nor is a wrong one that counts as none.
 */
export function isMoved(side: 'right' | 'wrong', label: CorrectnessLabel | DecliningLabel): boolean {
  const passes = label === 'correct' || label === 'declined'
  return side === 'wrong' ? passes || label === 'partially-correct' : !passes && label !== 'not-judged'
}
