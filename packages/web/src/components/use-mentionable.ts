import { useHub } from '../api/use-hub.ts'
import type { Mentionable } from './mentioned-in.ts'

/** People of a project who can be named in a text. */
export const useMentionable = (projectId: string): readonly Mentionable[] =>
  (useHub('listMembers', { projectId }).data?.items ?? [])
    .map(({ person }) => person)
    .filter(({ kind, disabled }) => kind === 'person' && !disabled)
