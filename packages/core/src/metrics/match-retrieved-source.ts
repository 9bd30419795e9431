import type { RetrievedDocument } from '@assay/contracts'
import { matchRetrieved, type ReferenceContext } from './match-retrieved.ts'

/**
 * Whether anything of a source came back, whichever passage: a document whose id names the source, or one that overlaps
 * a passage of it that is known. Where it is false, nothing that came back can be seen to be of the source.
 */
export function matchRetrievedSource(
  retrieved: readonly RetrievedDocument[],
  source: string,
  passages: readonly ReferenceContext[],
): boolean {
  if (retrieved.some(({ id }) => id !== undefined && namesSource(id, source))) return true
  return (matchRetrieved(retrieved, passages)?.retrieved ?? []).some((carried) => carried.length > 0)
}

/**
 * "docs/billing.md#3", "billing.md" and "kb:billing-2" name "guide/docs/billing.md". Folders may be left out on either
 * side; where both give some, they must be the same. "faq-billing.md" and "billing-faq" are others.
 */
function namesSource(id: string, source: string): boolean {
  const [name = '', ...folders] = partsOf(source).toReversed()
  const stem = name.replace(/\.\p{Letter}\w{0,4}$/u, '')
  const forms = [
    ...(name === '' ? [] : [RegExp.escape(name) + afterName]),
    ...(stem === '' ? [] : [RegExp.escape(stem) + afterStem]),
  ]
  const places = forms.flatMap((form) => [
    ...id.toLowerCase().matchAll(new RegExp(String.raw`(?<=^|[\s/\\#:=|])${form}`, 'gu')),
  ])
  return places.some(({ index }) => {
    const before = partsOf(id.slice(0, index)).toReversed()
    return folders.slice(0, before.length).every((folder, depth) => folder === before[depth])
  })
}

/** Not the beginning of a longer name, and no folder. */
const afterName = String.raw`(?![\p{Letter}\p{Number}]|[/\\](?!\d))`
/** Without its extension a name is less telling: only a number or a fragment may follow. */
const afterStem = String.raw`(?=$|[\s#:?&|]|[/\\]\d|[\-_.](?:chunk|part|section|page|row)?[\-_.]?\d+(?![\p{Letter}\p{Number}]|\.\p{Letter}))`

/** The file's name last. */
const partsOf = (path: string): readonly string[] =>
  path
    .toLowerCase()
    .split(/[\s/\\:|=]+/u)
    .filter((part) => part !== '' && part !== '.')
