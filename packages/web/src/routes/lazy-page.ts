import { lazyRouteComponent } from '@tanstack/react-router'
import type { ReactElement } from 'react'

/**
 * A page in a chunk of its own: `lazyPage(() => import('../pages/home/home-page.tsx'), 'HomePage')`. It is read before
 * the page shows, so that nothing flashes.
 */
export const lazyPage = <Name extends string>(
  load: () => Promise<{ readonly [K in Name]: () => ReactElement }>,
  name: Name,
) => lazyRouteComponent(load, name)
