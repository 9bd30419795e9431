import { parseGate } from '@assay/core/evaluation'
import { parseJudge } from '@assay/core/judging'
import type { FieldFault } from '../http/to-problem.ts'

/** What a request says of how answers are judged and what fails them. */
export interface JudgingOrder {
  readonly gates: readonly string[]
  readonly judge: string
}

/** Gates and a judge that cannot be read, with pointers to their fields. */
export function findOrderFaults({ gates, judge }: JudgingOrder): readonly FieldFault[] {
  const read = [
    ...gates.map((gate, index) => ({ pointer: `/gates/${index}`, parsed: parseGate(gate) })),
    ...(judge === 'none' ? [] : [{ pointer: '/judge', parsed: parseJudge(judge) }]),
  ]
  return read.flatMap(({ pointer, parsed }) => {
    if (parsed.ok) return []
    const { message, fix } = parsed.error
    return [{ pointer, message: fix === undefined ? message : `${message}: ${fix}` }]
  })
}
