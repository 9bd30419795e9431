import type { Result } from '@assay/core'
import { failUsage, refuseUnused } from './usage.ts'

export const designKinds = ['paired-rates', 'unpaired-rates', 'paired-means', 'unpaired-means'] as const
export type DesignKind = (typeof designKinds)[number]

export interface PowerOptions {
  readonly design: DesignKind | undefined
  readonly difference: number | undefined
  readonly cases: number | undefined
  readonly power: number | undefined
  readonly baseline: number | undefined
  readonly discordance: number | undefined
  readonly sd: number | undefined
  readonly designEffect: number | undefined
  readonly cost: number | undefined
  readonly alpha: number | undefined
  readonly first: string | undefined
  readonly second: string | undefined
}

/** null where the options can be answered. */
export function checkPowerOptions(file: string | undefined, options: PowerOptions): Result<never> | null {
  const { difference, cases } = options
  if (difference === undefined && cases === undefined)
    return failUsage('It is not clear what to plan', 'name --difference, --cases, or both')
  return checkRanges(options) ?? checkUnused(file, options)
}

const isShare = (value: number | undefined): boolean => value === undefined || (value > 0 && value < 1)
const asShare = 'write 80 % as 0.8, 3 points as 0.03'

function checkRanges(options: PowerOptions): Result<never> | null {
  const { power, alpha, baseline, discordance, sd, designEffect, cost, difference } = options
  const rules: readonly (readonly [boolean, string, string])[] = [
    [isShare(power), '--power lies between 0 and 1', asShare],
    [isShare(alpha), '--alpha lies between 0 and 1', 'write 5 % as 0.05'],
    [isShare(baseline), '--baseline is a share between 0 and 1', asShare],
    [isShare(discordance) || discordance === 1, '--discordance is a share above 0, 1 at most', asShare],
    [sd === undefined || sd > 0, '--sd is above 0', 'take it from an earlier comparison: name its file'],
    [
      designEffect === undefined || designEffect >= 1,
      '--design-effect is at least 1',
      'leave it out where no cases belong together',
    ],
    [cost === undefined || cost >= 0, '--cost is not below 0', 'write US dollars for one case in one run'],
    [
      difference !== 0,
      'A --difference of 0 cannot be seen, with any number of cases',
      'name the smallest one that matters: 0.03 is 3 points',
    ],
  ]
  const broken = rules.find(([holds]) => !holds)
  return broken === undefined ? null : failUsage(broken[1], broken[2])
}

const unusedByDesign: Readonly<Record<DesignKind, readonly string[]>> = {
  'paired-rates': ['sd'],
  'unpaired-rates': ['sd', 'discordance'],
  'paired-means': ['baseline', 'discordance'],
  'unpaired-means': ['baseline', 'discordance'],
}

/** An option without a part in the answer would make another question of it than the one that was meant. */
function checkUnused(file: string | undefined, options: PowerOptions): Result<never> | null {
  const { design = 'paired-rates', difference, cases, baseline, discordance } = options
  if (cases !== undefined) {
    const why = '--cases are there already, and --cost belongs to the cases that are asked for'
    const refused = refuseUnused(options, { unused: ['cost'], why })
    if (refused !== null) return refused
    if (difference !== undefined && options.power !== undefined)
      return failUsage(
        'Of --difference, --cases and --power one is asked for, and all three are given',
        'leave one of them out',
      )
  }
  if (file !== undefined)
    return refuseUnused(options, {
      unused: ['design', 'baseline', 'discordance', 'sd'],
      why: `the columns of ${file} say what is compared and how far it differs`,
    })
  if (baseline !== undefined && discordance !== undefined && design === 'paired-rates')
    return refuseUnused(options, {
      unused: ['baseline'],
      why: '--discordance says how often the runs differ',
    })
  return (
    refuseUnused(options, { unused: unusedByDesign[design], why: `it has no part in --design ${design}` }) ??
    refuseUnused(options, { unused: ['first', 'second'], why: 'no file is named that has columns' })
  )
}
