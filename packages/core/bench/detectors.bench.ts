import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtInDetectorIds, loadBuiltInDetector } from '../src/detectors/built-in-detectors.ts'

/**
 * Milliseconds a detector takes for 1,000 characters of our own documentation, on one core, and how many times that is what
 * splitting the text into words takes in the same run. Budgets: 1 ms for rules, 10 ms for classifiers.
 */
const docs = globSync(fileURLToPath(new URL('../../../docs/**/*.md', import.meta.url)))
const texts = docs
  .flatMap((file) => readFileSync(file, 'utf8').match(/[^]{1,1000}/g) ?? [])
  .filter((text) => text.length === 1000)
  .slice(0, 400)
const { signal } = new AbortController()

const words = await measure(async (text) => text.match(/[\p{L}\p{N}]+/gu)?.length)
for (const id of builtInDetectorIds) {
  const detector = await loadBuiltInDetector(id)
  const { median, slowest } = await measure((text) => detector.detect([{ text }], signal))
  console.log(
    `${id.padEnd(18)} median ${median.toFixed(2)} ms, slowest ${slowest.toFixed(1)} ms for 1,000 characters; ${(median / words.median).toFixed(0)} times splitting into words`,
  )
}

async function measure(look: (text: string) => Promise<unknown>) {
  for (const text of texts.slice(0, 50)) await look(text)
  const times: number[] = []
  for (const text of texts) {
    const start = performance.now()
    await look(text)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(times.length / 2)] ?? 0, slowest: times.at(-1) ?? 0 }
}
