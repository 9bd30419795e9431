import * as z from 'zod'
import type { CheckPorts, NeededPart } from '../check.ts'

/** The parameter of checks that rules can decide too. */
export const judgeParameter = z
  .enum(['rules', 'model'])
  .optional()
  .describe('Who judges; default: a model where one is named, else the rules')

interface Chosen {
  readonly judge?: z.output<typeof judgeParameter>
  readonly model?: string | undefined
}

export const isJudgedByModel = ({ judge, model }: Chosen, ports: CheckPorts): boolean =>
  judge === 'model' || (judge === undefined && (model ?? ports.model()) !== null)

const neededBy = { rules: [], model: ['model'], either: ['optional model'] } as const

export const neededByJudge = ({ judge }: Chosen): readonly NeededPart[] => neededBy[judge ?? 'either']
