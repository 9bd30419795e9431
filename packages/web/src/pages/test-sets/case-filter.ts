import type { CaseFilter, HubTestSet } from '@assay/contracts/hub'

/** Filter of a list of cases, as it stands in the address. */
export interface CaseSearch {
  readonly text?: string | undefined
  readonly status?: 'active' | 'draft' | undefined
  readonly type?: string | undefined
  readonly topic?: string | undefined
  readonly tag?: string | undefined
  readonly language?: string | undefined
  /** Of the test set; absent: the current one. */
  readonly version?: number | undefined
}

const names = ['text', 'status', 'type', 'topic', 'tag', 'language'] as const

/** Whether anything narrows the list. */
export const isFiltered = (search: CaseSearch): boolean => names.some((name) => search[name] !== undefined)

export const noFilter = Object.fromEntries(names.map((name) => [name, undefined]))

/** The part of the address that belongs to the list. */
export const toCaseSearch = (search: CaseSearch): CaseSearch => ({
  ...toFilter(search),
  version: search.version,
})

export const toFilter = ({ text, status, type, topic, tag, language }: CaseSearch): CaseFilter => ({
  text,
  status,
  type,
  topic,
  tag,
  language,
})

export const pageSize = 200

/** What the list of cases is read with; the page of a case reads its neighbours from the same answers. */
export const toListInput = (
  { projectId, id: testSetId }: Pick<HubTestSet, 'projectId' | 'id'>,
  search: CaseSearch,
) => ({
  projectId,
  testSetId,
  query: { ...toFilter(search), version: search.version, limit: pageSize },
})
