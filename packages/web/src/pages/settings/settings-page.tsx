import { getRouteApi } from '@tanstack/react-router'
import { Skeleton } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { ArchiveProject } from './archive-project.tsx'
import { ProjectForm } from './project-form.tsx'
import { SecretList } from './secret-list.tsx'
import './settings.css'

const route = getRouteApi('/in/projects/$projectId/settings')

/** The fields of a project, its secrets, and its end. */
export function SettingsPage(): ReactElement {
  const { projectId } = route.useParams()
  const read = useHub('getProject', { projectId })
  const mayAdminister = useProjectRight(projectId, 'administer')
  const project = read.data
  const [round, setRound] = useState(0)
  return (
    <>
      <PageHeader
        question={t.settings.title(project?.name ?? '')}
        answer={project && t.settings.answer(project.owner.name, t.projects.riskClasses[project.riskClass])}
      />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {project === undefined && read.error === null && <Skeleton height={320} maw={640} />}
      {project !== undefined && (
        <>
          <ProjectForm
            key={`${project.id} ${round}`}
            project={project}
            isReadOnly={!mayAdminister}
            onSettled={() => setRound((before) => before + 1)}
          />
          <SecretList projectId={projectId} mayAdminister={mayAdminister} />
          {mayAdminister && <ArchiveProject project={project} />}
        </>
      )}
    </>
  )
}
