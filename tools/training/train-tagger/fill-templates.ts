import { readFileSync } from 'node:fs'
import type { Draw } from './draw.ts'

export interface LabelledText {
  readonly text: string
  /** In the order of the text, none over another. */
  readonly spans: readonly (readonly [start: number, end: number, label: string])[]
}

/** Words and what they name; `null`: nothing. */
export type Piece = readonly [words: string, label: string | null]
export type Fillers = Readonly<Record<string, () => readonly Piece[]>>

/** Lines of templates-<name>.txt. `(a|b)` is a choice, `{slot}` is filled, `\n` and `\t` are what they are. */
export const readTemplates = (name: string): readonly string[] =>
  readFileSync(new URL(`templates-${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\t`, '\t'))

/** Chooses and fills until no slot is left. */
export function fillTemplate(template: string, fillers: Fillers, draw: Draw): LabelledText {
  const chosen = choose(template, draw)
  let text = ''
  const spans: LabelledText['spans'][number][] = []
  let at = 0
  for (const slot of chosen.matchAll(/\{(\w+)\}/g)) {
    text += chosen.slice(at, slot.index)
    at = slot.index + slot[0].length
    for (const [words, label] of fillers[slot[1] ?? '']?.() ?? [[slot[0], null]]) {
      if (label !== null) spans.push([text.length, text.length + words.length, label])
      text += words
    }
  }
  return labelTitles({ text: text + chosen.slice(at), spans })
}

/** A choice is a bracket that holds a `|`, or may be left out where it begins or ends with a blank; the innermost first. */
function choose(template: string, draw: Draw): string {
  const choice = /\(([^()]*\|[^()]*|[^()|]+ | [^()|]+)\)/
  const next = template.replace(choice, (_, options: string) =>
    draw.pick(options.includes('|') ? options.split('|') : [options, '']),
  )
  return next === template ? template : choose(next, draw)
}

/** The titles that templates spell out before a name. */
function labelTitles({ text, spans }: LabelledText): LabelledText {
  const titles = spans.flatMap(([start, , label]) => {
    if (label !== 'person') return []
    const before = writtenTitles.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? ''
    return [...before.matchAll(/\S+/g)].map(({ 0: title, index }): LabelledText['spans'][number] => {
      const from = start - before.length + index
      return [from, from + title.length, 'title']
    })
  })
  const taken = new Set(spans.map(([start]) => start))
  const added = titles.filter(([start]) => !taken.has(start))
  return { text, spans: [...spans, ...added].toSorted((one, other) => one[0] - other[0]) }
}

const writtenTitles =
  /(?<!\p{L})(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Monsieur|Madame|M|Mme|Mlle|señora?|Señora?|Sra?|Don|Doña|don|doña|Dra|doctora?|signora?|Signora?|Sig(?:\.ra)?|dottor|dott(?:\.ssa)?|Dott|prof|docteur|professeur|Professor|Dokter|heer|mevrouw|Mevrouw|Meneer|meneer|Dhr|dhr|Mevr|mevr|dr)\.? )+$/u
