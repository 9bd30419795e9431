import type { Chunk, QuestionType } from '@assay/contracts'
import type { SearchIndex } from '../../knowledge/search.ts'
import type { Hash } from '../../ports/hash.ts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import { createRandom } from '../../statistics/random.ts'
import type { PlanRequest } from '../generator.ts'
import { growNeighbourhood } from './grow-neighbourhood.ts'
import {
  candidatesPerCall,
  neighbourhoodsPerUnit,
  toPassages,
  type ModelUnit,
  type Neighbourhood,
} from './model-unit.ts'
import { eligibleChunks, spreadOverTopics, takeInTurn } from './spread-over-topics.ts'

export interface PlanParts {
  readonly knowledgeBase: KnowledgeBase
  readonly index: SearchIndex
  readonly hash: Hash
}

/** The share of the candidates that is expected to hold before anything is known. */
const expectedYield = 0.6
const smallestYield = 0.2

/** Units for what a round wants, over passages that the type has not used before. */
export function planUnits(
  request: PlanRequest,
  earlier: readonly ModelUnit[],
  parts: PlanParts,
): readonly ModelUnit[] {
  const chunks = eligibleChunks(parts.knowledgeBase, request.options)
  const byType = [...request.wanted].map(([type]) => planType(type, request, { chunks, earlier, parts }))
  return packUnits(takeInTurn(byType)).map((groups) => toUnit(groups, request.options, parts.hash))
}

interface Material {
  readonly chunks: readonly Chunk[]
  readonly earlier: readonly ModelUnit[]
  readonly parts: PlanParts
}

function planType(
  type: QuestionType,
  { options, round, wanted, yields }: PlanRequest,
  { chunks, earlier, parts }: Material,
): readonly Group[] {
  const random = createRandom(`${options.seed} ${type} ${round}`)
  const used = usedChunks(type, earlier)
  const rate = Math.max(smallestYield, yields.get(type) ?? expectedYield)
  const candidates = Math.ceil((wanted.get(type) ?? 0) / rate)
  const calls = Math.ceil(candidates / candidatesPerCall)
  const seeds = spreadOverTopics(chunks, parts.knowledgeBase, random).filter(({ id }) => !used.has(id))
  const languages = options.languages ?? []
  return chooseNeighbourhoods(seeds, calls, { type, used, parts }).map((group, index) => ({
    type,
    count: Math.ceil(candidates / calls),
    chunks: group,
    language: languages[index % Math.max(1, languages.length)] ?? group[0]?.language ?? 'en',
  }))
}

const usedChunks = (type: QuestionType, earlier: readonly ModelUnit[]): ReadonlySet<string> =>
  new Set(
    earlier
      .flatMap(({ neighbourhoods }) => neighbourhoods)
      .filter((one) => one.type === type)
      .flatMap(({ passages }) => passages.map(({ chunk }) => chunk.id)),
  )

interface Choice {
  readonly type: QuestionType
  readonly used: ReadonlySet<string>
  readonly parts: PlanParts
}

function chooseNeighbourhoods(
  seeds: readonly Chunk[],
  count: number,
  { type, used, parts }: Choice,
): readonly (readonly Chunk[])[] {
  const taken = new Set(used)
  const chosen: (readonly Chunk[])[] = []
  for (const seed of seeds) {
    if (chosen.length >= count) break
    const group = taken.has(seed.id) ? null : growNeighbourhood(seed, type, parts, taken)
    if (group === null) continue
    for (const { id } of group) taken.add(id)
    chosen.push(group)
  }
  return chosen
}

interface Group {
  readonly type: QuestionType
  readonly count: number
  readonly chunks: readonly Chunk[]
  readonly language: string
}

/** Each unit takes groups of different documents, as evenly as the documents allow. */
function packUnits(groups: readonly Group[]): readonly (readonly Group[])[] {
  const units: Group[][] = []
  for (const group of groups) {
    const free = units.find((unit) => unit.length < neighbourhoodsPerUnit && !sharesDocument(unit, group))
    if (free === undefined) units.push([group])
    else free.push(group)
  }
  return units
}

const documentsOf = ({ chunks }: Group): readonly string[] => chunks.map(({ documentId }) => documentId)

const sharesDocument = (unit: readonly Group[], group: Group): boolean =>
  unit.some((other) => documentsOf(other).some((id) => documentsOf(group).includes(id)))

function toUnit(groups: readonly Group[], options: PlanRequest['options'], hash: Hash): ModelUnit {
  const neighbourhoods = groups.map(({ chunks, ...group }, index): Neighbourhood => ({
    ...group,
    label: `n${index + 1}`,
    passages: toPassages(chunks),
  }))
  const content = groups.map(({ chunks, ...group }) => ({ ...group, chunks: chunks.map(({ id }) => id) }))
  return {
    key: `model-${hash(JSON.stringify(content)).slice(0, 16)}`,
    candidates: countByType(groups),
    calls: callsOf(groups),
    neighbourhoods,
    options,
  }
}

function countByType(groups: readonly Group[]): ModelUnit['candidates'] {
  const counts: Partial<Record<QuestionType, number>> = {}
  for (const { type, count } of groups) counts[type] = (counts[type] ?? 0) + count
  return counts
}

/** Writing and answering each; the plain forms, the search elsewhere, the columns without documents and comparing shared. */
function callsOf(groups: readonly Group[]): number {
  const outOfScope = groups.filter(({ type }) => type === 'out-of-scope')
  const answerable = groups.filter(({ type }) => type !== 'out-of-scope')
  const scope = outOfScope.reduce((sum, { count }) => sum + 1 + count, 0)
  if (answerable.length === 0) return scope
  const candidates = answerable.reduce((sum, { count }) => sum + count, 0)
  const elsewhere = Math.ceil(candidates / candidatesPerCall)
  const closedBook = Math.max(...answerable.map(({ count }) => count))
  return scope + 2 * answerable.length + 1 + elsewhere + closedBook + Math.ceil(candidates / 6)
}
