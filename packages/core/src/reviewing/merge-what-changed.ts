import type { Comparison } from '@assay/contracts'
import type { WhatChanged } from '@assay/contracts/hub'

/** Of one target in two versions these two say what the review's title says. */
const saidByTitle: readonly string[] = ['target', 'target version']

/** Settings of a target that name its model. */
const modelSettings: readonly string[] = [
  'model',
  'target model',
  'target url',
  'target parameters',
  'parameter model',
]

/**
 * What the versions say of themselves, then what the runs saw. A thing told by both is told once, as the versions tell it. A
 * returned model that nobody changed is the provider's doing: the difference in figures may come from it.
 */
export function mergeWhatChanged(
  versions: readonly WhatChanged[],
  differs: Comparison['differs'],
): readonly WhatChanged[] {
  const told = new Set(versions.map(({ what }) => what))
  const isModelChanged = modelSettings.some((what) => told.has(what))
  return [
    ...versions,
    ...differs
      .filter(({ what }) => !told.has(what) && !saidByTitle.includes(what))
      .map(({ what, a, b, effect }) => ({
        what,
        before: a,
        after: b,
        effect: what === 'returned model' && !isModelChanged ? ('confounds' as const) : effect,
      })),
  ]
}
