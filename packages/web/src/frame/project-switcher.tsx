import { Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useMe } from '../api/use-me.ts'
import * as t from '../texts/texts.ts'

/** Goes to another project; typing finds it. */
export function ProjectSwitcher({
  projectId,
}: {
  readonly projectId: string | undefined
}): ReactElement | null {
  const navigate = useNavigate()
  const { projects } = useMe()
  if (projects.length === 0) return null
  return (
    <Select
      label={t.frame.project}
      placeholder={t.frame.chooseProject}
      size="xs"
      searchable
      nothingFoundMessage={t.frame.noProject}
      data={projects.map(({ id, name }) => ({ value: id, label: name }))}
      value={projectId ?? null}
      allowDeselect={false}
      comboboxProps={{ shadow: 'xs' }}
      onChange={(id) => {
        if (id !== null) void navigate({ to: '/projects/$projectId', params: { projectId: id } })
      }}
    />
  )
}
