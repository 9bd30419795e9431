import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunManifest } from '@assay/contracts'
import type { RunStore } from '@assay/core'
import { createFakeClock } from '@assay/testkit'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createRunFolders, runFolderPath } from './run-folders.ts'

const roots: string[] = []
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'assay-runs-'))
  roots.push(root)
})
afterAll(async () => {
  for (const one of roots) await rm(one, { recursive: true, force: true })
})

const manifest = (parts: Partial<RunManifest> = {}): RunManifest => ({
  schemaVersion: 1,
  id: '019b0000-0000-7000-8000-000000000001',
  name: 'demo',
  kind: 'evaluation',
  createdAt: '2026-01-01T00:00:00.000Z',
  assayVersion: '0.1.0',
  seed: 'a seed',
  planHash: 'plan',
  configuration: { target: 'demo' },
  environment: { node: 'v26', platform: 'linux-x64' },
  ...parts,
})

const folders = () => createRunFolders(root, { clock: createFakeClock() })

async function createRun(parts: Partial<RunManifest> = {}): Promise<RunStore> {
  const created = await folders().create(manifest(parts))
  if (!created.ok) throw new Error(created.error.message)
  return created.value
}

const fileOf = (table: string) => join(root, 'demo', `${table}.jsonl`)

async function createRunWithUnits(): Promise<void> {
  const store = await createRun()
  for (const key of ['a', 'b', 'c']) await store.append('units', { key, status: 'done' })
  await store.append('verdicts', {
    unit: 'a',
    caseId: 'a',
    repeat: 0,
    check: 'c',
    checkKey: 'k',
    outcome: 'pass',
  })
  await store.close()
}

describe('a run folder', () => {
  it('holds run.json and a file for each table that has rows, and reads back what was written', async () => {
    await createRunWithUnits()
    expect((await readdir(join(root, 'demo'))).sort()).toEqual(['run.json', 'units.jsonl', 'verdicts.jsonl'])
    const read = await folders().read('demo')
    expect(read.ok && read.value.manifest).toEqual(manifest())
    const units = read.ok ? await Array.fromAsync(read.value.rows('units')) : []
    expect(units).toEqual(['a', 'b', 'c'].map((key) => ({ key, status: 'done' })))
    expect(read.ok && read.value.notes).toEqual([])
  })

  it('is found by name, id and path, and listed by age', async () => {
    await (await createRun()).close()
    await (await createRun({ name: 'older', id: 'other', createdAt: '2025-01-01T00:00:00.000Z' })).close()
    for (const id of ['demo', manifest().id, join(root, 'demo')])
      expect((await folders().read(id)).ok, id).toBe(true)
    expect(await folders().read('nothing')).toMatchObject({ ok: false, error: { code: 'ASSAY-6003' } })
    expect((await folders().list()).map((run) => run.name)).toEqual(['older', 'demo'])
  })

  it('is not made over another of its name', async () => {
    await createRunWithUnits()
    expect(await folders().create(manifest())).toMatchObject({ ok: false, error: { code: 'ASSAY-6009' } })
    expect((await folders().open('demo')).ok, 'and its lock was given back').toBe(true)
  })

  it('lies inside its root, whatever it is called', () => {
    for (const name of ['../../etc', '..', '/', 'a/b', '.hidden', '', 'C:\\x'])
      expect(runFolderPath('/runs', name)).toMatch(/^\/runs\/[^/.][^/]*$/)
    expect(runFolderPath('/runs', 'Grün v1.2')).toBe('/runs/Grün-v1.2')
  })

  it('has one writer', async () => {
    const store = await createRun()
    expect(await folders().open('demo')).toMatchObject({ ok: false, error: { code: 'ASSAY-6002' } })
    expect((await folders().read('demo')).ok, 'readers may come in').toBe(true)
    await store.close()
    expect((await folders().open('demo')).ok).toBe(true)
  })
})

describe('a damaged run folder', () => {
  it('is mended where its last line is half written, and says so', async () => {
    await createRunWithUnits()
    await appendFile(fileOf('units'), '{"key":"d","sta')
    const read = await folders().read('demo')
    if (!read.ok) throw new Error(read.error.message)
    expect(await Array.fromAsync(read.value.rows('units'))).toHaveLength(3)
    expect(read.value.notes?.join()).toContain('line 4: half written, not read')

    const opened = await folders().open('demo')
    if (!opened.ok) throw new Error(opened.error.message)
    expect(opened.value.notes?.join()).toContain(
      'units.jsonl: the last line was half written and was cut off',
    )
    await opened.value.append('units', { key: 'd', status: 'done' })
    await opened.value.close()
    expect((await readFile(fileOf('units'), 'utf8')).trimEnd().split('\n')).toHaveLength(4)
  })

  it.each([
    ['a broken line', (text: string) => text.replace('"b"', '"b'), 'line 2'],
    ['a missing key', (text: string) => text.replace('"key":"b",', ''), 'line 2: key'],
    [
      'a status nobody knows',
      (text: string) => text.replace('done"}\n{"key":"c', 'odd"}\n{"key":"c'),
      'line 2: status',
    ],
    ['zeros after a power cut', (text: string) => `${text}\0\0\0\n`, 'line 4'],
    ['an empty line', (text: string) => text.replace('\n', '\n\n'), 'line 2'],
  ])('with %s is refused with file and line, and left as it is', async (_, damage, where) => {
    await createRunWithUnits()
    await appendFile(fileOf('verdicts'), '{"half')
    const text = damage(await readFile(fileOf('units'), 'utf8'))
    await writeFile(fileOf('units'), text)
    const opened = await folders().open('demo')
    expect(opened).toMatchObject({ ok: false, error: { code: 'ASSAY-6001' } })
    expect(opened.ok ? '' : opened.error.where).toContain(`${fileOf('units')}, ${where}`)
    expect(await readFile(fileOf('units'), 'utf8')).toBe(text)
    expect(await readFile(fileOf('verdicts'), 'utf8')).toMatch(/\{"half$/)
    expect(await readdir(join(root, 'demo'))).not.toContain('lock')
  })

  it('with an unreadable run.json names it, and one of a newer format is refused as such', async () => {
    await createRunWithUnits()
    const path = join(root, 'demo', 'run.json')
    await writeFile(path, JSON.stringify({ ...manifest(), schemaVersion: 2 }))
    expect(await folders().read('demo')).toMatchObject({ ok: false, error: { code: 'ASSAY-6007' } })
    for (const text of ['{', '{}', '[]', JSON.stringify({ ...manifest(), seed: null })]) {
      await writeFile(path, text)
      const read = await folders().read('demo')
      expect(read.ok ? '' : `${read.error.code} ${read.error.where}`).toContain(`ASSAY-6001 ${path}`)
    }
  })
})
