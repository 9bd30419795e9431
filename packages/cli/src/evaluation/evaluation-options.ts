import type { EvaluationConfiguration } from '@assay/contracts'
import {
  integerOption,
  listOption,
  numberOption,
  repeatedOption,
  shareOption,
  switchOption,
  textOption,
} from '../options/option-schemas.ts'
import type { OptionsOf } from '../command.ts'
import type { Workspace } from '../workspace.ts'

/** Caps and speed, for every command that makes a run. */
export const limitOptions = {
  concurrency: integerOption('Units of work at once (default 8)'),
  budget: numberOption('Stop before spending more, in US dollars', { placeholder: 'usd', min: 0 }),
  maxCalls: integerOption('Stop before making more model calls'),
  maxTokens: integerOption('Stop before using more tokens'),
  batch: textOption('Folder of batch request and answer files: model calls go through it', 'folder'),
  noCache: { ...switchOption('Ask again what was asked in an earlier run'), flag: 'no-call-cache' },
} as const

/** Which cases. */
export const filterOptions = {
  types: listOption('Only these question types'),
  topics: listOption('Only these topics'),
  tags: listOption('Only cases with one of these tags'),
  ids: listOption('Only these cases'),
  limit: integerOption('At most so many cases, from the top'),
} as const

/** What decides whether the run passes. */
export const gateOptions = {
  failIf: repeatedOption(
    'Gate: exit code 1 when it holds, such as "correctness < 0.8" or regression',
    'gate',
  ),
  baseline: textOption('Run to compare with', 'run'),
  quarantineFlaky: switchOption(
    'Leave cases whose verdict changed between repeats out of all figures but reliability and cost',
  ),
  margin: shareOption('Differences inside it are without meaning (default 0.03)'),
} as const

/** What corrects the rates of a judge, beside the labels in the run's own folder. */
export const labelOptions = {
  labels: repeatedOption('Label file of the same judge and target version, beside that of the run', 'file'),
} as const

export function limitsOf(
  workspace: Workspace,
  options: OptionsOf<typeof limitOptions>,
): EvaluationConfiguration['limits'] {
  const { limits } = workspace.configuration
  const budgetUsd = options.budget ?? limits.budgetUsd
  const budgetCalls = options.maxCalls ?? limits.budgetCalls
  const budgetTokens = options.maxTokens ?? limits.budgetTokens
  return {
    concurrency: options.concurrency ?? limits.concurrency,
    ...(budgetUsd === undefined ? {} : { budgetUsd }),
    ...(budgetCalls === undefined ? {} : { budgetCalls }),
    ...(budgetTokens === undefined ? {} : { budgetTokens }),
  }
}
