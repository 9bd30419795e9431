import { ok } from '../../result.ts'
import type { Judge, JudgeInput, Judgement } from '../judge.ts'
import { judgeCorrectness } from './judge-correctness.ts'
import { judgeDeclining } from './judge-declining.ts'
import { toPlainWidth } from './plain-width.ts'
import { rulesVersion } from './rules-version.ts'

/** The deterministic judge: no model, the same verdict every time, "not judged" where it cannot tell (methods §2). */
export function createRulesJudge(): Judge {
  return {
    id: 'rules',
    version: rulesVersion,
    kind: 'rules',
    judge: async (input) => ok(judgeByRules(input)),
  }
}

export function judgeByRules({ testCase, answer }: JudgeInput): readonly Judgement[] {
  const text = answer.finishReason === 'content-filter' ? '' : toPlainWidth(answer.text.slice(0, maxLength))
  if (testCase.type === 'out-of-scope') return [judgeDeclining(testCase, text)]
  const correctness = judgeCorrectness(testCase, text)
  return [correctness, overRefusal(correctness.label === 'no-answer')]
}

/** UTF-16 code units that are read: what stands further on is not part of a usable answer. */
const maxLength = 20_000

const overRefusal = (refused: boolean): Judgement =>
  refused
    ? {
        check: 'declining',
        outcome: 'fail',
        label: 'over-refused',
        score: 0,
        reason: 'The target declined a question that the documents answer.',
      }
    : { check: 'declining', outcome: 'pass', label: 'answered', score: 1, reason: 'The target answered.' }
