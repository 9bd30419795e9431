import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'

/** How a secret is named, which there are, and where they are set. */
export function SecretsHint({ projectId }: { readonly projectId: string }): ReactElement {
  const secrets = useHub('listSecrets', { projectId })
  const mayAdminister = useProjectRight(projectId, 'administer')
  const names = secrets.data?.items.map(({ name }) => name) ?? []
  return (
    <p className="quiet">
      {t.documents.secretsHint}{' '}
      {names.length === 0 ? t.documents.secretsNone : t.documents.secretsKnown(names.join(', '))}{' '}
      {mayAdminister && (
        <TextLink to="/projects/$projectId/settings" params={{ projectId }} underline="always">
          {t.documents.toSettings}
        </TextLink>
      )}
    </p>
  )
}
