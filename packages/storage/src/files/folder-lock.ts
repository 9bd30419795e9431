import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { AssayError } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { cannotWrite, isAlreadyThere, isMissing } from './file-failure.ts'

/** Held while a process may write into a folder. */
export interface FolderLock {
  release(): Promise<void>
}

interface Owner {
  readonly pid: number
  readonly host: string
  /** When the process began, where the system tells: a number given to a later process is not taken for it. */
  readonly started: string | null
  readonly at: string
}

const heldHere = new Set<string>()

/**
 * One writer at a time. The lock of a process that is gone from this machine is taken over; a live one, or one of another
 * machine, fails with ASSAY-6002, which names it and its age.
 */
export async function lockFolder(path: string, nowMs: number): Promise<Result<FolderLock>> {
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    at: new Date(nowMs).toISOString(),
  }
  const text = `${JSON.stringify(owner)}\n`
  for (let round = 0; round < 5; round += 1) {
    try {
      await createWhole(path, text)
      heldHere.add(path)
      return ok({ release: () => release(path) })
    } catch (error) {
      if (!isAlreadyThere(error)) return fail(cannotWrite(path, error))
    }
    const refusal = await takeAway(path, nowMs)
    if (refusal !== null) return fail(refusal)
  }
  return fail(createError('ASSAY-6002', { where: path }))
}

/** The file appears with its text or not at all; where the file system has no links, it is at least made once. */
async function createWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.draft`
  try {
    await writeFile(draft, text)
    await link(draft, path)
  } catch (error) {
    if (isAlreadyThere(error)) throw error
    await writeFile(path, text, { flag: 'wx' })
  } finally {
    await rm(draft, { force: true })
  }
}

async function release(path: string): Promise<void> {
  heldHere.delete(path)
  await rm(path, { force: true })
}

/** Removes a lock nobody holds; another one is the failure. */
async function takeAway(path: string, nowMs: number): Promise<AssayError | null> {
  const text = await readText(path)
  if (text === null) return null
  const owner = parseOwner(text)
  if (owner === null)
    return createError('ASSAY-6002', { where: `${path}: its owner cannot be read`, fix: removeIt(path) })
  if (isHeld(path, owner)) return inUse(path, owner, nowMs)
  const aside = `${path}.${process.pid}.stale`
  try {
    await rename(path, aside)
    // Another process may have taken it over in between: then it goes back.
    if ((await readText(aside)) !== text) await link(aside, path).catch(() => {})
    await rm(aside, { force: true })
  } catch (error) {
    if (!isMissing(error)) return cannotWrite(path, error)
  }
  return null
}

const removeIt = (path: string): string => `wait for it; if no process uses the folder, delete ${path}`

function inUse(path: string, owner: Owner, nowMs: number): AssayError {
  const seconds = Math.max(0, Math.round((nowMs - Date.parse(owner.at)) / 1000))
  const age = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  const isHere = owner.host === hostname()
  return createError('ASSAY-6002', {
    where: `${path}: process ${owner.pid} on ${owner.host}, for ${age}`,
    fix: isHere ? `wait for it, or stop process ${owner.pid}` : removeIt(path),
  })
}

function isHeld(path: string, owner: Owner): boolean {
  if (owner.host !== hostname()) return true
  if (owner.started !== null) return startOf(owner.pid) === owner.started
  return owner.pid === process.pid ? heldHere.has(path) : isRunning(owner.pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Clock ticks since boot at which a process began, on Linux (proc(5), field 22 of stat). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function parseOwner(text: string): Owner | null {
  try {
    const value: unknown = JSON.parse(text)
    return isOwner(value) ? value : null
  } catch {
    return null
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'host' in value &&
  typeof value.host === 'string' &&
  'at' in value &&
  typeof value.at === 'string' &&
  'started' in value
