import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from './assistant.ts'

const folder = new URL('docs/', import.meta.url)

/** The named pages of `docs`; all of them without names. */
export const readPages = (names: readonly string[] = readdirSync(folder).toSorted()): readonly Page[] =>
  names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
