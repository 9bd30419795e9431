import type { DocumentKind } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { OpenLink } from '../../components/open-link.tsx'
import * as t from '../../texts/texts.ts'
import { pathOfKind } from './path-of-kind.ts'

interface ToListProps {
  readonly projectId: string
  readonly kind: DocumentKind
}

const shared: readonly DocumentKind[] = ['prompt', 'training-dataset']

/** The way to the list a thing stands in. */
export function ToList({ projectId, kind }: ToListProps): ReactElement {
  const { many } = t.documents.kinds[kind]
  return (
    <OpenLink
      to={pathOfKind[kind]}
      params={{ projectId }}
      {...(shared.includes(kind) && { search: { kind } })}
    >
      {many.charAt(0).toUpperCase() + many.slice(1)}
    </OpenLink>
  )
}
