import type { CheckUse } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import { nearestWord } from '../nearest-word.ts'
import { fail, ok, type Result } from '../result.ts'
import type { PrepareContext } from './check.ts'

export type NamedChecks = Pick<PrepareContext, 'sets' | 'templates'>

interface ResolvedUse {
  readonly use: CheckUse
  /** The templates it was made of, for the search for circles. */
  readonly names: readonly string[]
}

/** The use with its template's keys under its own, and those of the template's template. Fails with ASSAY-7010 or 7011. */
export function applyTemplates(written: CheckUse, templates: NamedChecks['templates']): Result<ResolvedUse> {
  let [use, names]: [CheckUse, readonly string[]] = [written, []]
  while (use.template !== undefined) {
    const { template: name, ...own } = use
    const entered = enterAll(names, [`template ${name}`])
    if (!entered.ok) return entered
    const template = Object.hasOwn(templates, name) ? templates[name] : undefined
    if (template === undefined) return fail(noSuchTemplate(name, Object.keys(templates)))
    names = entered.value
    use = { ...template, ...own, parameters: { ...template.parameters, ...own.parameters } }
  }
  return ok({ use, names })
}

/** The path with further sets and templates. Fails with ASSAY-7011 where one stands in itself. */
export function enterAll(path: readonly string[], names: readonly string[]): Result<readonly string[]> {
  const again = names.find((name) => path.includes(name))
  if (again === undefined) return ok([...path, ...names])
  return fail(
    createError('ASSAY-7011', {
      where: [...path, ...names].join(' → '),
      message: `The ${again} of checks stands in itself`,
      fix: 'take it out of what it holds',
    }),
  )
}

function noSuchTemplate(name: string, known: readonly string[]) {
  const nearest = nearestWord(name, known)
  const fix = nearest === null ? 'add it under checkTemplates' : `did you mean ${nearest}?`
  return createError('ASSAY-7010', { where: name, message: 'No check template has this name', fix })
}
