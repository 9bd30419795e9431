import { numberNames } from '../checks/prepare-list.ts'
import type { CheckUse, Comparison, EvaluationConfiguration } from '@assay/contracts'

type CheckSettings = Pick<EvaluationConfiguration, 'checks' | 'checkSets' | 'checkTemplates'>

/** Which checks, sets and templates were added, removed or changed, by name; nothing where all are alike. */
export function compareChecks(a: CheckSettings, b: CheckSettings): Comparison['differs'] {
  const [before, after] = [contentsOf(a), contentsOf(b)]
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    if (was === is) return []
    return [`${name} ${was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'}`]
  })
  if (changes.length === 0) return []
  return [{ what: 'checks', a: countOf(a), b: changes.join(', '), effect: 'confounds' }]
}

const countOf = ({ checks }: CheckSettings): string =>
  checks.length === 0 ? 'none' : `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`

/** What stands under each name, as text; a name that comes again has its number. */
function contentsOf({ checks, checkSets, checkTemplates }: CheckSettings): ReadonlyMap<string, string> {
  const names = numberNames(checks.map(nameOf))
  const contents = new Map(checks.map((use, index) => [names[index] ?? '', JSON.stringify(use)]))
  for (const [name, uses] of Object.entries(checkSets)) contents.set(`set ${name}`, JSON.stringify(uses))
  for (const [name, use] of Object.entries(checkTemplates))
    contents.set(`template ${name}`, JSON.stringify(use))
  return contents
}

const nameOf = ({ name, check, template }: CheckUse): string => name ?? check ?? template ?? 'check'
