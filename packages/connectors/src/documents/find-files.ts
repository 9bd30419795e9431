import { glob, readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'

/** Folders and files that are never meant: dependencies, version control, editors. Named themselves, they are read. */
const isSkipped = (name: string): boolean =>
  name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..')

/** The files a source names (a file, a folder, a glob), as absolute paths in order; ASSAY-2002 when there are none. */
export async function findFiles(source: string, root: string): Promise<Result<readonly string[]>> {
  const path = resolve(root, source)
  const found = await stat(path).catch(() => null)
  if (found?.isFile() === true) return ok([path])
  if (found?.isDirectory() === true) return nonEmpty(source, await walk(path), 'the folder holds no files')
  if (!/[*?[{]/.test(source)) return fail(createError('ASSAY-2002', { where: source }))
  return nonEmpty(source, await expandGlob(source, root), 'no file matches')
}

/** As it is kept: relative to the root, with slashes on every system. */
export const sourceName = (file: string, root: string): string =>
  relative(root, file).split(sep).join('/') || basename(file)

const nonEmpty = (source: string, files: readonly string[], reason: string): Result<readonly string[]> =>
  files.length === 0 ? fail(createError('ASSAY-2002', { where: `${source}: ${reason}` })) : ok(files)

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.toSorted((left, right) => compare(left.name, right.name))) {
    if (isSkipped(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await walk(path)))
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path)
  }
  return files
}

/** Links to folders are not followed, so that no circle is walked. */
const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() === true

async function expandGlob(pattern: string, root: string): Promise<string[]> {
  const files: string[] = []
  const exclude = (name: string): boolean => isSkipped(basename(name))
  for await (const match of glob(pattern, { cwd: root, exclude })) {
    const path = resolve(root, match)
    if (await isFile(path)) files.push(path)
  }
  return files.sort(compare)
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
