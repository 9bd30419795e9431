import { Link, useParams, useRouter } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useMe, useOrganisationRight, useProjectRight } from '../api/use-me.ts'
import * as t from '../texts/texts.ts'
import { organisationPages, projectPages } from './navigation.data.ts'
import { ProjectSwitcher } from './project-switcher.tsx'
import { SideBarFoot } from './side-bar-foot.tsx'

/** Where one can go: the organisation, and the project that is open. */
export function SideBar(): ReactElement {
  const { projectId } = useParams({ strict: false })
  return (
    <div className="side-bar">
      <Link to="/" className="app-frame-product side-bar-brand">
        <img src="/assay.svg" alt="" />
        {t.frame.product}
      </Link>
      <OrganisationLinks />
      <ProjectSwitcher projectId={projectId} />
      <ProjectLinks projectId={projectId} />
      <SideBarFoot />
    </div>
  )
}

function OrganisationLinks(): ReactElement {
  const { routesByPath } = useRouter()
  const mayAdminister = useOrganisationRight('administer')
  return (
    <nav className="side-bar-group" aria-label={t.frame.mainNavigation}>
      {organisationPages
        .filter(({ to, administer }) => to in routesByPath && (mayAdminister || !administer))
        .map(({ to }: { readonly to: string }) => (
          <Link key={to} to={to} className="side-bar-link" activeOptions={{ exact: to === '/' }}>
            {t.frame.navigation[to as keyof typeof t.frame.navigation]}
          </Link>
        ))}
    </nav>
  )
}

const forAdministrators: readonly string[] = ['/projects/$projectId/audit']

/** Pages of the project that is open, where the reader may see it. */
function ProjectLinks({ projectId }: { readonly projectId: string | undefined }): ReactElement | null {
  const { projects } = useMe()
  const project = projects.find(({ id }) => id === projectId)
  return project === undefined ? null : <LinksOfProject {...project} />
}

interface LinksOfProjectProps {
  readonly id: string
  readonly name: string
}

function LinksOfProject({ id: projectId, name }: LinksOfProjectProps): ReactElement {
  const { routesByPath } = useRouter()
  const mayAdminister = useProjectRight(projectId, 'administer')
  const isThere = (path: string) =>
    path in routesByPath && (mayAdminister || !forAdministrators.includes(path))
  return (
    <nav className="side-bar-group" aria-label={t.frame.projectNavigation(name)}>
      {projectPages.filter(isThere).map((to: string) => (
        <Link
          key={to}
          to={to}
          params={{ projectId }}
          className="side-bar-link"
          activeOptions={{ exact: to === '/projects/$projectId', includeSearch: false }}
        >
          {t.frame.navigation[to as keyof typeof t.frame.navigation]}
        </Link>
      ))}
    </nav>
  )
}
