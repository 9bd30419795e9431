/** Runs every benchmark of the packages, one after the other. A word as argument picks those whose path holds it. */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'

const wanted = process.argv[2] ?? ''
const files = globSync('packages/*/bench/*.bench.ts')
  .filter((file) => file.includes(wanted))
  .toSorted()
for (const file of files) {
  console.log(`\n${file}`)
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
if (files.length === 0) console.log(`no benchmark is called ${wanted}`)
