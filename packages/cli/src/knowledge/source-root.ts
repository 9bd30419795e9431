import { statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

export interface RootedSources {
  /** Absolute: the deepest folder that holds all paths, so that documents have short names ("limits.md"). */
  readonly root: string
  /** Relative to it; addresses as they are. */
  readonly sources: readonly string[]
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

/** Sources as the user names them, relative to `base`. */
export function rootSources(named: readonly string[], base: string): RootedSources {
  const paths = named.filter((source) => !isAddress(source)).map((source) => resolve(base, source))
  const root = paths
    .map(folderOf)
    .reduce(commonFolder, paths.length === 0 ? base : folderOf(paths[0] ?? base))
  const sources = named.map((source) =>
    isAddress(source) ? source : relative(root, resolve(base, source)) || '.',
  )
  return { root, sources: [...new Set(sources)] }
}

/** The folder itself, a file's folder, or what stands before a glob's first wildcard. */
function folderOf(path: string): string {
  const parts = path.split(sep)
  const wildcard = parts.findIndex((part) => /[*?{[]/.test(part))
  if (wildcard !== -1) return parts.slice(0, wildcard).join(sep) || sep
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path)
}

function commonFolder(a: string, b: string): string {
  const left = a.split(sep)
  const right = b.split(sep)
  const length = left.findIndex((part, index) => part !== right[index])
  return length === -1 ? a : left.slice(0, length).join(sep) || sep
}

/** A stored source, as a path that can be rooted again. */
export const unrootSource = (source: string, root: string): string =>
  isAddress(source) ? source : join(root, source)
