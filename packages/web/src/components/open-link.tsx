import { Anchor } from '@mantine/core'
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'

interface OpenLinkProps {
  /** Pattern of a route, known only at run time: `/projects/$projectId/reviews`. */
  readonly to: string
  readonly params: Readonly<Record<string, string>>
  readonly search?: Readonly<Record<string, string>>
  readonly className?: string
  readonly children: ReactNode
}

/** A link whose target is data. Plain text where the hub has no such page. Where it is known, use `TextLink`. */
export function OpenLink({ to, params, search = {}, className, children }: OpenLinkProps): ReactElement {
  const { routesByPath } = useRouter()
  if (!(to in routesByPath)) return <span>{children}</span>
  return (
    <Anchor
      inherit
      {...(className === undefined ? {} : { className })}
      renderRoot={(props) => <Link to={to} params={params} search={search} {...props} />}
    >
      {children}
    </Anchor>
  )
}
