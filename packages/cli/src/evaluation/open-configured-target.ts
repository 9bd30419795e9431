import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, nearestWord, ok, type Result, type Target } from '@assay/core'
import type { Workspace } from '../workspace.ts'
import { parseTargetShorthand } from './parse-target-shorthand.ts'

export interface OpenedTarget {
  readonly target: Target
  readonly settings: TargetConfiguration
}

interface OpenTargetOptions {
  /** What is asked of it in another way than it stands there. */
  readonly change?: (settings: TargetConfiguration) => TargetConfiguration
  /** It will not be asked: secrets need not be set. */
  readonly isNamedOnly?: boolean
}

/** A target of `assay.yaml` by its name, or one written as `module:PATH`, `recorded:FILE`, `python:file.py:function` or an address. */
export async function openConfiguredTarget(
  workspace: Workspace,
  named: string | undefined,
  { change = (settings) => settings, isNamedOnly = false }: OpenTargetOptions = {},
): Promise<Result<OpenedTarget>> {
  const { targets, target: standard } = workspace.configuration
  const names = Object.keys(targets)
  const name = named ?? standard ?? (names.length === 1 ? names[0] : undefined)
  if (name === undefined) {
    const fix =
      names.length === 0
        ? 'run assay init, or add --target module:./assistant.ts'
        : `add --target with one of: ${names.join(', ')}`
    return fail(createError('ASSAY-4006', { message: 'It is not clear which target is meant', fix }))
  }
  const found = targets[name] ?? parseTargetShorthand(name)
  if (found === null) {
    const nearest = nearestWord(name, names)
    return fail(
      createError('ASSAY-4006', {
        message: `No target is called ${name}`,
        fix: nearest === null ? `known: ${names.join(', ') || 'none'}` : `did you mean ${nearest}?`,
      }),
    )
  }
  const settings = change(found)
  const opened = await workspace.openTarget(settings.name ?? name, settings)
  if (opened.ok) return ok({ target: opened.value, settings })
  return isNamedOnly && opened.error.code === 'ASSAY-1005'
    ? ok({ target: namedTarget(settings.name ?? name, settings.kind), settings })
    : opened
}

const namedTarget = (name: string, kind: string): Target => ({
  name,
  kind,
  version: null,
  ask: async () => fail(createError('ASSAY-1005', { where: name })),
  close: async () => undefined,
})
