import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Random } from '../../../packages/core/src/statistics/random.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const maxPassage = 1200

/** Passages of the documentation of the installed packages, all openly licensed, the same on each platform. */
export function readDocumentation(count: number, random: Random): readonly string[] {
  const files = globSync('node_modules/**/*.md', { cwd: root })
    .filter((file) => !/linux|darwin|win32|changelog|license|history/i.test(file))
    .sort()
  const passages = files.flatMap((file) =>
    splitPassages(readFileSync(path.join(root, file), 'utf8')).slice(0, 12),
  )
  return random.sample([...new Set(passages)], count)
}

/** Sections and paragraphs in runs of up to 1,200 characters. */
export function splitPassages(text: string): readonly string[] {
  const passages: string[] = []
  let passage = ''
  for (const block of text.split(/\n(?=#)|\n{2,}/)) {
    if (passage !== '' && passage.length + block.length > maxPassage) {
      passages.push(passage)
      passage = ''
    }
    passage += passage === '' ? block : `\n\n${block}`
  }
  return [...passages, passage]
    .map((each) => each.slice(0, maxPassage * 2).trim())
    .filter(({ length }) => length > 40)
}
