import { useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ViewLinks } from '../../components/view-links.tsx'
import * as t from '../../texts/texts.ts'
import { DocumentList } from './document-list.tsx'

const kinds = ['model', 'prompt', 'training-dataset'] as const

/** Models, prompts and training datasets. */
export function RegistryPage(): ReactElement {
  const { kind } = useSearch({ strict: false })
  const current = kinds.find((one) => one === kind) ?? 'model'
  return (
    <DocumentList
      kind={current}
      above={
        <ViewLinks
          label={t.documents.registries}
          views={kinds.map((one) => ({
            label: t.documents.registryOf[one],
            search: one === 'model' ? {} : { kind: one },
            isCurrent: one === current,
          }))}
        />
      }
    />
  )
}
