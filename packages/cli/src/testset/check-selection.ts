import { createError, fail, nearestWord, ok, type KnowledgeBase, type Result } from '@assay/core'
import type { GenerationOptions } from '@assay/core/testsets'

type Selection = Pick<GenerationOptions, 'topics' | 'sources' | 'languages'>

/** The options with every name found in the knowledge base. Fails with ASSAY-1001 at the first that names nothing. */
export function checkSelection<T extends Selection>(
  options: T,
  base: Pick<KnowledgeBase, 'documents' | 'topics'>,
): Result<T> {
  const unknownLanguage = options.languages?.find((language) => !/^[a-z]{2,3}$/.test(language))
  if (unknownLanguage !== undefined)
    return fail(
      createError('ASSAY-1001', {
        message: `${unknownLanguage} is no code of a language`,
        where: '--languages',
        fix: 'write two letters, such as en,de',
      }),
    )
  const sources = base.documents.map(({ source }) => source)
  const unknownSource = options.sources?.find((wanted) => !sources.some((source) => isIn(source, wanted)))
  if (unknownSource !== undefined) return fail(noSuchSource(unknownSource, sources))
  if (options.topics === undefined) return ok(options)
  const topics = base.topics?.topics ?? []
  const known = topics.flatMap(({ id, name }) => [id, name])
  const wanted = joinNames(options.topics, new Set(known))
  const unknownTopic = wanted.find((topic) => !known.includes(topic))
  if (unknownTopic === undefined) return ok({ ...options, topics: wanted })
  const names = topics.map(({ name }) => name)
  return fail(
    createError('ASSAY-1001', {
      message: `No topic is called ${unknownTopic}`,
      where: '--topics',
      fix: suggest(
        nearestWord(unknownTopic, known) ?? nearestWord(wanted.join(', '), known),
        names,
        'assay kb topics',
      ),
    }),
  )
}

/** As the generators read it: the document itself, or a folder above it. */
const isIn = (source: string, wanted: string): boolean =>
  source === wanted || source.startsWith(`${wanted.replace(/\/$/, '')}/`)

function noSuchSource(wanted: string, sources: readonly string[]) {
  const folders = sources.flatMap((source) =>
    [...source.matchAll(/\//g)].map(({ index }) => source.slice(0, index)),
  )
  const known = [...new Set([...sources, ...folders])]
  const path = wanted.replace(/^\.\//, '').replace(/\/$/, '')
  const sameEnd = known.find(
    (each) => path !== '' && (each.endsWith(`/${path}`) || path.endsWith(`/${each}`)),
  )
  const nearest = known.includes(path) ? path : (sameEnd ?? nearestWord(path, known))
  return createError('ASSAY-1001', {
    message: `No document or folder of the knowledge base is called ${wanted}`,
    where: '--sources',
    fix: suggest(nearest, sources, 'assay kb show'),
  })
}

function suggest(nearest: string | null, known: readonly string[], list: string): string {
  if (nearest !== null) return `did you mean ${nearest}?`
  const more = known.length > 3 ? `, and ${known.length - 3} more (${list})` : ''
  return `known: ${known.slice(0, 3).join('; ') || 'none'}${more}`
}

/** Names of topics hold commas, at which the command line was split. */
function joinNames(parts: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const names: string[] = []
  for (let start = 0; start < parts.length;) {
    const lengths = parts.slice(start).map((_, index) => parts.length - start - index)
    const length = lengths.find((each) => known.has(parts.slice(start, start + each).join(', '))) ?? 1
    names.push(parts.slice(start, start + length).join(', '))
    start += length
  }
  return names
}
