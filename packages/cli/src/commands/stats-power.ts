import { ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { choiceOption, integerOption, numberOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { answerPower } from '../statistics/answer-power.ts'
import { describePower } from '../statistics/describe-power.ts'
import { designKinds } from '../statistics/power-options.ts'
import { readRows } from '../statistics/read-rows.ts'

export const command = defineCommand({
  arguments: [
    { name: 'file', description: 'An earlier comparison to plan from; - is standard input', required: false },
  ],
  options: {
    design: choiceOption('What will be compared (default paired-rates)', designKinds),
    difference: numberOption('The difference to see: 0.03 is 3 points'),
    cases: integerOption('Cases there are; without --difference, what they can show'),
    power: numberOption('Chance to see it (default 0.8)'),
    baseline: numberOption('Rate of the first run'),
    discordance: numberOption('Share of cases on which the two runs differ, either way'),
    sd: numberOption('Standard deviation: of the differences where paired, else of the scores'),
    designEffect: numberOption('How many clustered cases tell as much as one (default 1)'),
    cost: numberOption('US dollars for one case in one run'),
    alpha: numberOption('Two-sided error (default 0.05)'),
    first: textOption('Column of the first run in the file', 'column'),
    second: textOption('Column of the second run in the file', 'column'),
  },
  examples: [
    'assay stats power --difference 0.03 --discordance 0.1 --cost 0.002',
    'assay stats power --cases 400 --baseline 0.8 --design unpaired-rates',
    'assay stats power earlier.csv --first v1 --second v2 --difference 0.03',
  ],
  async run({ arguments: [file], options }, context) {
    const rows = file === undefined ? ok(undefined) : await readRows(file, context)
    if (!rows.ok) return rows
    const answer = answerPower(rows.value, options)
    if (!answer.ok) return answer
    present(context, answer.value, describePower(answer.value))
    return ok(0)
  },
})
