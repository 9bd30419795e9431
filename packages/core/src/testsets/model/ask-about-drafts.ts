import { must } from '../../must.ts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import type { Result } from '../../result.ts'
import {
  answerClosedBook,
  answerFromPassages,
  type ClosedBookAnswer,
  type FoundAnswer,
} from './answer-drafts.ts'
import { formOf, hasPlainForm, passageTexts, type Draft } from './draft.ts'
import { toPassages, type Passage } from './model-unit.ts'
import { searchPassages } from './search-passages.ts'
import type { Workshop } from './workshop.ts'

/** One answer, and how many other candidates shared its call. */
export interface Asked<T> {
  readonly result: Result<T>
  readonly sharedWith: number
}

/** All that the validating model was asked about one draft. */
export interface DraftAnswers {
  readonly fromContexts: Asked<FoundAnswer>
  /** `null`: its type has no plain form. */
  readonly plain: Asked<FoundAnswer> | null
  /** From the nearest other passages of the knowledge base; `null`: there are none. */
  readonly elsewhere: (Asked<FoundAnswer> & { readonly passages: readonly Passage[] }) | null
  readonly closedBook: Asked<ClosedBookAnswer>
}

/** Other passages that are read for a second answer, for each neighbourhood. */
const elsewherePassages = 6
/** Questions in a call, where whole neighbourhoods share it. */
const elsewherePerCall = 4
const plainPerCall = 8

/** Asks everything that needs no other answer first, at once. */
export async function askAboutDrafts(
  drafts: readonly Draft[],
  workshop: Workshop,
): Promise<ReadonlyMap<string, DraftAnswers>> {
  const groups = [...groupByNeighbourhood(drafts).values()]
  const [fromContexts, plain, elsewhere, closedBook] = await Promise.all([
    askAll(groups, (group) => answerFromPassages(group, 'question', contextTexts(group), workshop)),
    askAll(
      batches(
        groups.filter((group) => group.some(hasPlainForm)),
        plainPerCall,
      ),
      (batch) => answerFromPassages(batch, 'plainQuestion', contextTexts(batch), workshop),
    ),
    Promise.all(batches(groups, elsewherePerCall).map((batch) => askElsewhere(batch, workshop))),
    askAll(columnsOf(groups), (column) => answerClosedBook(column, workshop)),
  ])
  const other = new Map(elsewhere.flat())
  return new Map(
    drafts.map(({ label }) => [
      label,
      {
        fromContexts: answerTo(fromContexts, label),
        plain: plain.get(label) ?? null,
        elsewhere: other.get(label) ?? null,
        closedBook: answerTo(closedBook, label),
      },
    ]),
  )
}

const answerTo = <T>(answers: ReadonlyMap<string, Asked<T>>, label: string): Asked<T> =>
  must(answers.get(label), `what was asked about ${label}`)

function groupByNeighbourhood(drafts: readonly Draft[]): ReadonlyMap<string, readonly Draft[]> {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const { label } = draft.neighbourhood
    groups.set(label, [...(groups.get(label) ?? []), draft])
  }
  return groups
}

/** One draft of each group a column: never two questions of one document in a closed-book call. */
const columnsOf = (groups: readonly (readonly Draft[])[]): readonly (readonly Draft[])[] =>
  Array.from({ length: Math.max(0, ...groups.map(({ length }) => length)) }, (_, place) =>
    groups.flatMap((group) => group.slice(place, place + 1)),
  )

async function askAll<T>(
  groups: readonly (readonly Draft[])[],
  ask: (group: readonly Draft[]) => Promise<Result<ReadonlyMap<string, T>>>,
): Promise<ReadonlyMap<string, Asked<T>>> {
  const answers = await Promise.all(groups.map(async (group) => spreadAnswers(group, await ask(group))))
  return new Map(answers.flat())
}

function spreadAnswers<T>(
  group: readonly Draft[],
  result: Result<ReadonlyMap<string, T>>,
): readonly (readonly [string, Asked<T>])[] {
  const sharedWith = group.length - 1
  return group.map(({ label }) => {
    if (!result.ok) return [label, { result, sharedWith }]
    const value = must(result.value.get(label), `answer to ${label}`)
    return [label, { result: { ok: true, value }, sharedWith }]
  })
}

/** Whole groups together until a call has its questions. */
function batches(groups: readonly (readonly Draft[])[], size: number): readonly (readonly Draft[])[] {
  const filled: Draft[][] = []
  for (const group of groups) {
    const open = filled.at(-1)
    if (open === undefined || open.length + group.length > size) filled.push([...group])
    else open.push(...group)
  }
  return filled
}

/** The passages that the references of these drafts are taken from, and no others. */
function contextTexts(drafts: readonly Draft[]): readonly FencedText[] {
  const used = contextsOf(drafts)
  const chunks = new Map(
    drafts.flatMap(({ neighbourhood }) =>
      neighbourhood.passages.flatMap(({ chunk }) => (used.has(chunk.id) ? [[chunk.id, chunk] as const] : [])),
    ),
  )
  return passageTexts({ passages: toPassages([...chunks.values()]) })
}

const contextsOf = (group: readonly Draft[]): ReadonlySet<string> =>
  new Set(group.flatMap(({ testCase }) => testCase.referenceContexts))

async function askElsewhere(
  drafts: readonly Draft[],
  workshop: Workshop,
): Promise<readonly (readonly [string, NonNullable<DraftAnswers['elsewhere']>])[]> {
  const used = contextsOf(drafts)
  const groups = new Set(drafts.map(({ neighbourhood }) => neighbourhood.label)).size
  const wanted = elsewherePassages * groups
  const found = await searchPassages(
    drafts.map((draft) => formOf(draft, 'standalone')),
    wanted + used.size,
    workshop,
  )
  const passages = toPassages(found.filter(({ id }) => !used.has(id)).slice(0, wanted))
  if (passages.length === 0) return []
  const result = await answerFromPassages(drafts, 'standalone', passageTexts({ passages }), workshop)
  return spreadAnswers(drafts, result).map(([label, asked]) => [label, { ...asked, passages }])
}
