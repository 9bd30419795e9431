import { ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { examineMachine } from '../compose-doctor.ts'
import { present, styleOf } from '../present.ts'

export const command = defineCommand({
  arguments: [],
  options: {},
  examples: ['assay doctor'],
  async run(_input, context) {
    const findings = await examineMachine(context)
    const style = styleOf(context)
    const paint = { ok: style.good, problem: style.bad, optional: style.quiet }
    const word = { ok: 'ok', problem: 'problem', optional: 'not used' }
    const lines = findings.map(({ what, state, found, remedy }) =>
      [
        `${paint[state](word[state].padEnd(10))}${what.padEnd(18)}${found}`,
        ...(remedy === undefined ? [] : [`${' '.repeat(10)}${' '.repeat(18)}fix: ${remedy}`]),
      ].join('\n'),
    )
    present(context, findings, lines.join('\n'))
    return ok(findings.some(({ state }) => state === 'problem') ? 2 : 0)
  },
})
