import type { HubTestSet } from '@assay/contracts/hub'
import { hubPath } from '@assay/sdk'
import { Button, Menu } from '@mantine/core'
import type { ReactElement } from 'react'
import { useProjectRight } from '../../api/use-me.ts'
import { ButtonLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'

interface TestSetActionsProps {
  readonly testSet: HubTestSet
  readonly onEdit: () => void
}

const formats = ['jsonl', 'csv', 'xlsx'] as const

/** What may be done with a test set as a whole. */
export function TestSetActions({ testSet, onEdit }: TestSetActionsProps): ReactElement {
  const { projectId, id: testSetId } = testSet
  const mayEdit = useProjectRight(projectId, 'edit')
  const mayPropose = useProjectRight(projectId, 'review')
  const to = '/projects/$projectId/test-sets/$testSetId'
  const params = { projectId, testSetId }
  return (
    <>
      {mayPropose && (
        <ButtonLink to={to} params={params} search={{ show: 'new-case' }}>
          {t.testSets.newCase}
        </ButtonLink>
      )}
      {mayEdit && (
        <ButtonLink to={to} params={params} search={{ show: 'import' }} variant="default">
          {t.testSets.import}
        </ButtonLink>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t.testSets.export}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={hubPath('exportCases', { ...params, query: { format } })}
              download
            >
              {t.testSets.exportAs[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {mayEdit && (
        <Button variant="default" onClick={onEdit}>
          {t.testSets.edit}
        </Button>
      )}
    </>
  )
}
