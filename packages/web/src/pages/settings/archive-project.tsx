import type { Project } from '@assay/contracts/hub'
import { Button, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { useProjectChange } from './use-project-change.ts'

/** Takes a project out of the lists, or brings it back: nothing is lost, so nothing is asked. */
export function ArchiveProject({ project }: { readonly project: Project }): ReactElement {
  const isArchived = project.archivedAt !== null
  const change = useProjectChange(project.id, {
    onDone: () => {
      if (!isArchived) showDone(t.settings.archivedNow(project.name))
    },
    onTheirs: () => undefined,
  })
  return (
    <section className="settings-section">
      <Title order={2}>{t.settings.archiveTitle}</Title>
      <p>{t.settings.archiveHint}</p>
      <Button
        variant="default"
        loading={change.isRunning}
        onClick={() =>
          change.run({ projectId: project.id, body: { archived: !isArchived } }, project.revision)
        }
      >
        {isArchived ? t.settings.unarchive : t.settings.archive}
      </Button>
      <ChangeProblem change={change} />
    </section>
  )
}
