import type { AuditDocument } from './audit-document.ts'
import { extractStatements, type Statement } from './extract-statements.ts'
import type { Finding } from './finding.ts'

/** A subject with more values than this is a list of things, not one thing with a wrong value. */
const MAX_VALUES = 3

/** Documents that state values for this many of the same things are pages of one template, each about its own thing. */
const TEMPLATE_SHARED_KEYS = 3

/** The same attribute of the same subject with two or three values, each at its places. */
export function findConflictingValues(documents: readonly AuditDocument[]): readonly Finding[] {
  const statements = documents.flatMap(extractStatements)
  const keys = keysBySource(statements)
  const groups = [...Map.groupBy(statements, (statement) => statement.key).values()]
  return groups.flatMap((group) => comparableGroups(group, keys)).flatMap(toFindings)
}

type Keys = ReadonlyMap<string, ReadonlySet<string>>

const keysBySource = (statements: readonly Statement[]): Keys =>
  new Map(
    [...Map.groupBy(statements, ({ place }) => place.source)].map(([source, own]) => [
      source,
      new Set(own.map(({ key }) => key)),
    ]),
  )

/** Statements of one key that speak of one thing: all of them, those of unlike documents, or those under one heading. */
function comparableGroups(group: readonly Statement[], keys: Keys): readonly (readonly Statement[])[] {
  if (group.every(({ reach }) => reach === 'everywhere')) return [group]
  const sources = Map.groupBy(group, ({ place }) => place.source)
  const onceEach = [...sources.values()].every((own) => own.length === 1)
  const wide = group.every(({ reach }) => reach !== 'headings')
  if (wide && onceEach && !isTemplate([...sources.keys()], keys)) return [group]
  return [...Map.groupBy(group, ({ scope }) => scope).values()]
}

function isTemplate(sources: readonly string[], keys: Keys): boolean {
  const [first = new Set<string>(), ...others] = sources.map(
    (source) => keys.get(source) ?? new Set<string>(),
  )
  const common = others.reduce<ReadonlySet<string>>((shared, own) => shared.intersection(own), first)
  return common.size >= TEMPLATE_SHARED_KEYS
}

function toFindings(group: readonly Statement[]): Finding[] {
  const values = Map.groupBy(group, (statement) => statement.value.canonical)
  if (values.size < 2 || values.size > MAX_VALUES || isSeries(group, values.size)) return []
  return [toFinding(group, [...values.values()])]
}

/** Rows of one table or lines of one list that differ only in the value are a series. */
function isSeries(group: readonly Statement[], values: number): boolean {
  const [first] = group
  const sameSource = group.every((statement) => statement.place.source === first?.place.source)
  const last = group.at(-1)
  return sameSource && values === group.length && (last?.place.start ?? 0) - (first?.place.end ?? 0) < 200
}

function toFinding(group: readonly Statement[], values: readonly (readonly Statement[])[]): Finding {
  const written = values.map(([first]) => shorten(first?.written ?? ''))
  const sources = new Set(group.map((statement) => statement.place.source)).size
  return {
    kind: 'conflicting-values',
    severity: 'high',
    message: `${shorten(group[0]?.about ?? '')}: ${written.join(' and ')}${sources > 1 ? `, in ${sources} documents` : ''}`,
    places: group.map((statement) => statement.place),
  }
}

const shorten = (text: string): string => (text.length > 50 ? `${text.slice(0, 50).trimEnd()}…` : text)
