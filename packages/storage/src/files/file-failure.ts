import { createError } from '@assay/core'
import type { AssayError } from '@assay/contracts'

export const isMissing = (error: unknown): boolean => errorCode(error) === 'ENOENT'

export const isAlreadyThere = (error: unknown): boolean => errorCode(error) === 'EEXIST'

export const cannotRead = (path: string, error: unknown): AssayError =>
  createError('ASSAY-1006', { where: `${path}: ${reasonOf(error)}` })

export const cannotWrite = (path: string, error: unknown): AssayError =>
  createError('ASSAY-1007', { where: `${path}: ${reasonOf(error)}` })

const errorCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  EFBIG: 'the file is too large',
  EMFILE: 'too many files are open',
  EISDIR: 'it is a folder',
}

function reasonOf(error: unknown): string {
  const sentence = sentences[String(errorCode(error))]
  return sentence ?? (error instanceof Error ? error.message : String(error))
}
