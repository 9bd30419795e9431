import type { Configuration, TargetConfiguration } from '@assay/contracts'
import { createError, fail, nearestWord, ok, type Result } from '@assay/core'
import { parseTargetShorthand } from './parse-target-shorthand.ts'

export interface NamedTarget {
  readonly name: string
  readonly kind: TargetConfiguration['kind']
}

const shorthands = 'module:PATH, python:FILE:FUNCTION, recorded:FILE, command:LINE, or an address'

/** The target that `assay target test` is to ask. Fails with ASSAY-4006 and the words that would name one. */
export function chooseNamedTarget(
  { targets, target: standard }: Pick<Configuration, 'targets' | 'target'>,
  named: string | undefined,
): Result<NamedTarget> {
  const names = Object.keys(targets)
  const name = named ?? standard ?? (names.length === 1 ? names[0] : undefined)
  if (name === undefined)
    return fail(
      createError('ASSAY-4006', {
        message: 'It is not clear which target is meant',
        fix:
          names.length === 0
            ? 'name one, as in: assay target test module:./assistant.ts; or write assay.yaml with assay init'
            : `name one: ${names.map((each) => `assay target test ${each}`).join(', or ')}`,
      }),
    )
  const found = targets[name] ?? parseTargetShorthand(name)
  if (found !== null) return ok({ name, kind: found.kind })
  const nearest = nearestWord(name, names)
  const known = names.length === 0 ? 'assay.yaml names no target' : `assay.yaml names ${names.join(', ')}`
  return fail(
    createError('ASSAY-4006', {
      message: `No target is called ${name}`,
      fix: nearest === null ? `${known}; without it, write ${shorthands}` : `did you mean ${nearest}?`,
    }),
  )
}
