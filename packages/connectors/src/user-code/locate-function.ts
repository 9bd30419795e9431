import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'

export interface LocatedFunction {
  /** Absolute, links resolved. */
  readonly file: string
  /** When the file was last changed: a changed file is loaded anew. */
  readonly modifiedMs: number
  readonly name: string
  readonly where: string
}

/** Fails with ASSAY-7013 where the file is not there or stands outside the folder. Splits at the last colon: a Windows path holds one too. */
export function locateFunction(where: string, folder: string): Result<LocatedFunction> {
  const colon = where.lastIndexOf(':')
  const broken = (message: string, fix: string) => fail(createError('ASSAY-7013', { where, message, fix }))
  if (colon <= 0)
    return broken('The function has no name', 'write it as file.ts:function or file.py:function')
  const stated = path.resolve(folder, where.slice(0, colon))
  const found = statSync(stated, { throwIfNoEntry: false })
  if (!found?.isFile()) return broken('The file of the function does not exist', `check the path: ${stated}`)
  const file = realpathSync(stated)
  if (path.relative(realpathSync(folder), file).startsWith('..'))
    return broken('The file of the function stands outside the project folder', `move it into ${folder}`)
  return ok({ file, modifiedMs: found.mtimeMs, name: where.slice(colon + 1), where })
}
