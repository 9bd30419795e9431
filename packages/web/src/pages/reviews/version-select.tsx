import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import * as t from '../../texts/texts.ts'

interface VersionSelectProps {
  readonly projectId: string
  readonly documentId: string
  readonly label: string
  /** As it stands in the list: a version's number, or one of `others`. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Before the versions. */
  readonly others: readonly { readonly value: string; readonly label: string }[]
  /** A version that cannot be chosen. */
  readonly without?: number | undefined
  readonly error?: string | undefined
}

/** One version of a thing, with why it was made. */
export function VersionSelect(props: VersionSelectProps): ReactElement {
  const { projectId, documentId, label, value, onChange, others, without, error } = props
  const read = useHub('listDocumentVersions', { projectId, documentId, query: { limit: 500 } })
  const versions = (read.data?.items ?? []).filter(({ version }) => version !== without)
  return (
    <NativeSelect
      label={label}
      value={value}
      error={error ?? read.error?.message}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...others,
        ...versions.map(({ version, note }) => ({
          value: String(version),
          label: t.reviews.open.versionOption(version, note),
        })),
      ]}
    />
  )
}
