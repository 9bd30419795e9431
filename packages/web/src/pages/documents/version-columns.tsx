import type { DocumentVersion } from '@assay/contracts/hub'
import { formatCount } from '@assay/core/wording'
import { Button } from '@mantine/core'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'

interface VersionColumnsOptions {
  readonly current: number
  /** `null`: it may not be gone back to. */
  readonly restore: ((version: number) => void) | null
}

export const versionColumns = ({
  current,
  restore,
}: VersionColumnsOptions): readonly DataColumn<DocumentVersion>[] => [
  {
    id: 'version',
    title: t.documents.version,
    width: '130px',
    cell: ({ version }) => (
      <>
        <TextLink to="." underline="always" search={() => (version === current ? {} : { version })}>
          {formatCount(version)}
        </TextLink>
        {version === current && <span className="quiet"> {t.documents.current}</span>}
      </>
    ),
  },
  {
    id: 'note',
    title: t.documents.note,
    width: 'minmax(0, 3fr)',
    cell: ({ note, restores }) => (
      <>
        {note !== '' && <PlainText text={note} />}
        {restores !== null && <div className="quiet">{t.documents.restores(restores)}</div>}
      </>
    ),
  },
  { id: 'by', title: t.documents.by, cell: ({ createdBy }) => createdBy.name },
  {
    id: 'at',
    title: t.documents.changed,
    cell: ({ createdAt }) => <RelativeTime time={createdAt} />,
  },
  {
    id: 'actions',
    title: t.documents.actions,
    width: 'minmax(0, 2fr)',
    cell: ({ version }) =>
      version === 1 && (restore === null || version === current) ? null : (
        <div className="document-form-buttons-inline">
          {version > 1 && (
            <TextLink
              to="."
              resetScroll={false}
              search={(before: object) => ({ ...before, from: version - 1, to: version })}
            >
              {t.documents.compareWithBefore}
            </TextLink>
          )}
          {restore !== null && version !== current && (
            <Button size="compact-sm" variant="default" onClick={() => restore(version)}>
              {t.documents.restore}
            </Button>
          )}
        </div>
      ),
  },
]
