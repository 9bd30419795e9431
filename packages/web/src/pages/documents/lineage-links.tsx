import type { LineageLink } from '@assay/contracts/hub'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import * as t from '../../texts/texts.ts'
import './documents.css'

interface LineageLinksProps {
  readonly projectId: string
  readonly thingId: string
  readonly version?: number | undefined
}

/** What a thing rests on, and what rests on it. */
export function LineageLinks({ projectId, thingId, version }: LineageLinksProps): ReactElement {
  const read = useHub('getLineage', { projectId, thingId, query: { version } })
  const links = read.data?.links
  return (
    <section>
      <Title order={2}>{t.documents.lineage}</Title>
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {links !== undefined && (
        <div className="lineage-links">
          <Direction
            projectId={projectId}
            title={t.documents.uses}
            none={t.documents.usesNothing}
            links={links.filter(({ direction }) => direction === 'uses')}
          />
          <Direction
            projectId={projectId}
            title={t.documents.usedBy}
            none={t.documents.usedByNothing}
            links={links.filter(({ direction }) => direction === 'used-by')}
          />
        </div>
      )}
    </section>
  )
}

interface DirectionProps {
  readonly projectId: string
  readonly title: string
  readonly none: string
  readonly links: readonly LineageLink[]
}

function Direction({ projectId, title, none, links }: DirectionProps): ReactElement {
  return (
    <div>
      <h3>{title}</h3>
      {links.length === 0 && <p className="quiet">{none}</p>}
      <ul className="plain-list">
        {links.map(({ kind, id, name, version }) => (
          <li key={`${kind} ${id} ${version ?? ''}`}>
            <span className="quiet">{t.documents.ofLineage[kind]}</span>{' '}
            <ThingLink kind={kind} projectId={projectId} id={id}>
              {name}
            </ThingLink>
            {version !== null && <span className="quiet"> {t.documents.versionOf(version)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
