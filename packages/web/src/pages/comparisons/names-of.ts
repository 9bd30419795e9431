import type { ComparedRun, Comparison } from '@assay/contracts'

/** What the two are called: by target and version; where these are the same, by the evaluations' names. */
export function namesOf({ a, b }: Pick<Comparison, 'a' | 'b'>): { readonly a: string; readonly b: string } {
  const names = { a: nameOf(a), b: nameOf(b) }
  return names.a === names.b ? { a: a.name, b: b.name } : names
}

const nameOf = ({ target, targetVersion }: ComparedRun): string =>
  targetVersion === null
    ? target
    : `${target} ${/^\d+$/.test(targetVersion) ? `v${targetVersion}` : targetVersion}`
