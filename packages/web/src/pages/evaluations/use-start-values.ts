import { useState } from 'react'
import type { Choices } from './start-choices.ts'
import type { StartValues } from './start-values.ts'

/** What is typed into the form; what there is only one of is chosen already. */
export function useStartValues({ targets, sets }: Pick<Choices, 'targets' | 'sets'>) {
  const [values, setValues] = useState<StartValues>({
    name: '',
    targetId: targets.length === 1 ? (targets[0]?.id ?? '') : '',
    targetVersion: null,
    testSetIds: sets.length === 1 ? sets.map(({ id }) => id) : [],
    tags: [],
    checkIds: [],
    judge: 'rules',
    repeats: 1,
    gates: [],
    budgetUsd: null,
    limit: null,
  })
  const set = (change: Partial<StartValues>) => setValues((before) => ({ ...before, ...change }))
  return { values, set }
}
