import { ok, type Result } from '@assay/core'
import { defineCommand } from '../command.ts'
import { choiceOption, listOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { describeAgreement, describeScore } from '../statistics/describe-agreement.ts'
import { measureAgreement } from '../statistics/measure-agreement.ts'
import { measureScore } from '../statistics/measure-score.ts'
import { readRows } from '../statistics/read-rows.ts'
import { failUsage, refuseUnused } from '../statistics/usage.ts'

export const command = defineCommand({
  arguments: [{ name: 'file', description: 'CSV, JSON or JSON Lines; - is standard input', required: true }],
  options: {
    raters: listOption('Columns of the raters, two or more: people, judges', 'a,b'),
    level: choiceOption('What the ratings are (default nominal)', ['nominal', 'ordinal', 'interval']),
    weights: choiceOption("Weights of Cohen's kappa (default none)", ['none', 'linear', 'quadratic']),
    cluster: textOption('Column of what cases have in common: fact, conversation', 'column'),
    score: textOption('Column of a score, to be held against --truth', 'column'),
    truth: textOption('Column that says what was right', 'column'),
  },
  examples: [
    'assay stats agree labels.csv --raters person,judge',
    'assay stats agree ratings.csv --raters ann,ben,cleo --level ordinal',
    'assay stats agree scores.jsonl --score probability --truth label',
  ],
  async run({ arguments: [file = ''], options }, context) {
    const refused = checkOptions(options)
    if (refused !== null) return refused
    const { raters = [], score, truth } = options
    const rows = await readRows(file, context)
    if (!rows.ok) return rows
    if (score !== undefined && truth !== undefined) {
      const measured = measureScore(rows.value, { score, truth })
      if (!measured.ok) return measured
      present(context, measured.value, describeScore(measured.value))
      return ok(0)
    }
    const measured = measureAgreement(rows.value, { ...options, raters })
    if (!measured.ok) return measured
    present(context, measured.value, describeAgreement(measured.value))
    return ok(0)
  },
})

interface AgreeOptions {
  readonly raters: readonly string[] | undefined
  readonly score: string | undefined
  readonly truth: string | undefined
}

function checkOptions(options: AgreeOptions): Result<never> | null {
  const { raters, score, truth } = options
  if (score === undefined && truth === undefined)
    return raters === undefined
      ? failUsage('The columns to compare are not named', 'add --raters a,b, or --score and --truth')
      : null
  if (score === undefined || truth === undefined)
    return failUsage('--score and --truth belong together', 'name the column of each')
  return refuseUnused(options, {
    unused: ['raters', 'level', 'weights', 'cluster'],
    why: 'a --score is held against a --truth, row by row',
  })
}
