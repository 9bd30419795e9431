import { globSync, readFileSync } from 'node:fs'
import type { Draw } from './draw.ts'
import { createFillers } from './create-fillers.ts'
import { fillTemplate, readTemplates, type Fillers, type LabelledText } from './fill-templates.ts'
import { createAddresses } from './random-addresses.ts'
import { createNames, type Language } from './random-names.ts'
import { createOrganisations } from './random-organisations.ts'
import { createPlaces } from './random-places.ts'
import { cache, type SourceLists } from './source-lists.ts'
import { joinTexts, varyText } from './vary-text.ts'

export const readSilver = (): readonly LabelledText[] =>
  readFileSync(`${cache}/silver.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Documentation of installed packages as text that names nobody: paragraphs that may credit somebody are left out. */
export function readDocumentation(): readonly LabelledText[] {
  const mayName =
    /@|copyright|licen[cs]e|author|thanks|credit|sponsor|contribut|maintain|https?:|\bby\b|<img/i
  const paragraphs = new Set<string>()
  for (const path of globSync('node_modules/**/*.md').toSorted()) {
    for (const paragraph of readFileSync(path, 'utf8').split(/\n{2,}/))
      if (paragraph.length > 3 && paragraph.length < 700 && !mayName.test(paragraph))
        paragraphs.add(paragraph.trim())
  }
  return joinParagraphs([...paragraphs].slice(0, 16_000))
}

/** So that a text is as long as a page now and then, and as short as a heading. */
function joinParagraphs(paragraphs: readonly string[]): readonly LabelledText[] {
  const texts: LabelledText[] = []
  for (let at = 0; at < paragraphs.length;) {
    const count = [1, 1, 2, 1, 12][texts.length % 5] ?? 1
    texts.push({ text: paragraphs.slice(at, at + count).join('\n\n'), spans: [] })
    at += count
  }
  return texts
}

/** Filled templates of every language, documentation, silver texts, and these with other names in the places of theirs. */
export function makeTrainingTexts(
  lists: SourceLists,
  silver: readonly LabelledText[],
  draw: Draw,
): readonly LabelledText[] {
  const names = createNames(lists, draw)
  const places = createPlaces(lists, names, draw)
  const organisations = createOrganisations(lists, names, places, draw)
  const addresses = createAddresses(names, places, draw)
  const fillersOf = (language: Language): Fillers =>
    createFillers(language, { names, places, organisations, addresses, draw })
  const english = fillersOf('en')
  const renamed = silver.filter(({ spans }) => spans.length > 0).map((text) => rename(text, english, draw))
  return [
    ...languages.flatMap((language) => fillMany(language, sizes[language], fillersOf(language), draw)),
    ...fillMany('plain', sizes.plain, english, draw),
    ...readDocumentation(),
    ...silver,
    ...renamed.map((text) => varyText(text, draw)),
    ...silver.filter(() => draw.chance(0.33)).map((text) => varyText(text, draw)),
  ]
}

/** Texts of one to three filled templates, some with one that names nobody. */
function fillMany(name: string, count: number, fillers: Fillers, draw: Draw): readonly LabelledText[] {
  const templates = readTemplates(name)
  const plain = readTemplates('plain')
  return Array.from({ length: count }, () => {
    const parts = Array.from({ length: draw.pick([1, 1, 1, 2, 2, 3]) }, (_, at) =>
      fillTemplate(
        draw.pick(at > 0 && name === 'en' && draw.chance(0.25) ? plain : templates),
        fillers,
        draw,
      ),
    )
    return varyText(joinTexts(parts, draw.pick([' ', ' ', '\n', '\n\n'])), draw)
  })
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const satisfies readonly Language[]
const sizes = { en: 34_000, plain: 7000, de: 6000, fr: 6000, es: 6000, it: 5000, nl: 5000 } as const

function rename({ text, spans }: LabelledText, fillers: Fillers, draw: Draw): LabelledText {
  let renamed = ''
  let at = 0
  const placed: LabelledText['spans'][number][] = []
  for (const [start, end, label] of spans) {
    renamed += text.slice(at, start)
    at = end
    const name = draw.chance(0.8)
      ? otherName(text.slice(start, end), label, fillers, draw)
      : text.slice(start, end)
    placed.push([renamed.length, renamed.length + name.length, label])
    renamed += name
  }
  return { text: renamed + text.slice(at), spans: placed }
}

function otherName(name: string, label: string, fillers: Fillers, draw: Draw): string {
  const slots: Readonly<Record<string, string>> = {
    person: /\s/.test(name) ? 'full' : draw.pick(['first', 'last']),
    location: 'place',
    organization: 'org',
  }
  return fillers[slots[label] ?? '']?.()[0]?.[0] ?? name
}
