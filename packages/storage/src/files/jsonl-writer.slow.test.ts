import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const writer = fileURLToPath(new URL('./jsonl-writer.ts', import.meta.url))

/** A limit on the size of files (ulimit) fails a write in its middle, as a full disk does. */
it('leaves no half row behind when the disk takes no more', async (context) => {
  if (!existsSync('/bin/bash')) return context.skip('needs bash and ulimit')
  const folder = mkdtempSync(join(tmpdir(), 'assay-full-'))
  const path = join(folder, 'rows.jsonl')
  const script = `
    process.on('SIGXFSZ', () => {})
    const { createJsonlWriter } = await import(${JSON.stringify(writer)})
    const writer = createJsonlWriter(${JSON.stringify(path)})
    let written = 0
    try { for (;;) { await writer.append({ n: written, text: 'x'.repeat(100) }); written += 1 } }
    catch (error) { console.log(JSON.stringify({ written, code: error.error.code, where: error.error.where })) }
    await writer.close()`
  const child = spawnSync(
    '/bin/bash',
    ['-c', 'ulimit -f 10 && exec "$0" --input-type=module -e "$1"', process.execPath, script],
    {
      encoding: 'utf8',
    },
  )
  const said: unknown = JSON.parse(child.stdout)
  const lines = (await readFile(path, 'utf8')).split('\n')
  expect(said).toMatchObject({ code: 'ASSAY-1007', written: lines.length - 1 })
  expect(lines.at(-1)).toBe('')
  for (const line of lines.slice(0, -1)) expect(() => JSON.parse(line)).not.toThrow()
  await rm(folder, { recursive: true, force: true })
})
