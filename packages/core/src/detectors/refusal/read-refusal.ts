import { findRefusal } from '../../judging/rules/refusal.ts'
import { readAnswer, type AnswerStatement } from './read-answer.ts'
import { blankOthers } from './read-statements.ts'
import { scoreRefusal } from './score-refusal.ts'
import { speaksForOthers } from './speaks-for-others.ts'

export interface RefusingStatement {
  /** [start, end) in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** `empty`: nothing was said. `policy`: it will not. `not-known`: it cannot. */
  readonly label: 'empty' | 'policy' | 'not-known'
}

export interface RefusalReading {
  /** How sure it is that the answer as a whole refuses, 0 to 1. */
  readonly score: number
  /** Statements that refuse, in the order of the text, also those of an answer that goes on to answer. */
  readonly refusing: readonly RefusingStatement[]
  /** All its statements. */
  readonly statements: readonly AnswerStatement[]
}

/** Whether the answer refuses what was asked; an empty request: unknown. */
export function readRefusal(text: string, request = ''): RefusalReading {
  if (!/[\p{L}\p{N}]/u.test(text))
    return { score: 1, refusing: [{ start: 0, end: text.length, label: 'empty' }], statements: [] }
  const statements = readAnswer(text, request)
  const refusing = statements.flatMap(toRefusing)
  if (refusing.length === 0) return readSourceRefusal(text, request, statements)
  const score = scoreRefusal(statements, request)
  return {
    score: score >= 0.5 && speaksForOthers(text, request, statements) ? 0.35 : score,
    refusing,
    statements,
  }
}

function toRefusing({ kind, start, end }: AnswerStatement): readonly RefusingStatement[] {
  if (kind !== 'declines' && kind !== 'lacks') return []
  return [{ start, end, label: kind === 'declines' ? 'policy' : 'not-known' }]
}

/** "The documents do not mention it" is the rules judge's to know: a refusal where nothing is told beside it. */
function readSourceRefusal(
  text: string,
  request: string,
  statements: readonly AnswerStatement[],
): RefusalReading {
  const source = statements.length === 0 ? null : findRefusal(blankOthers(text))
  const score = scoreRefusal(statements, request)
  if (source === null) return { score, refusing: [], statements }
  const [start, end] = source.span
  return {
    score: source.rest.length === 0 ? Math.max(score, 0.85) : score,
    refusing: [{ start, end, label: source.kind }],
    statements,
  }
}
