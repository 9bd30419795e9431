/** What Assay uses of better-auth. What is no row here does not exist. */
export interface IdentityRoute {
  readonly method: 'GET' | 'POST'
  /** Below `/api/auth`; ends in `/:id` where its last part is any word. */
  readonly path: string
  /** A password or code is tried: failures make the next one wait. */
  readonly guesses: boolean
  /** It is asked in a session, or may be. */
  readonly readsSession: boolean
  readonly setsPassword: boolean
  /** Audited as, where it succeeds. */
  readonly audited: string | null
}

const plain = { guesses: false, readsSession: false, setsPassword: false, audited: null } as const

const routes: readonly IdentityRoute[] = [
  { ...plain, method: 'POST', path: '/sign-in/email', guesses: true, audited: 'sign-in' },
  { ...plain, method: 'POST', path: '/sign-in/social' },
  { ...plain, method: 'GET', path: '/callback/:id', audited: 'sign-in' },
  { ...plain, method: 'POST', path: '/sign-out', readsSession: true, audited: 'sign-out' },
  { ...plain, method: 'GET', path: '/get-session' },
  {
    method: 'POST',
    path: '/change-password',
    guesses: true,
    readsSession: true,
    setsPassword: true,
    audited: 'change-password',
  },
  { ...plain, method: 'POST', path: '/two-factor/enable', guesses: true, readsSession: true },
  {
    ...plain,
    method: 'POST',
    path: '/two-factor/disable',
    guesses: true,
    readsSession: true,
    audited: 'disable-two-factor',
  },
  // In a session it ends the enrolment; without one it ends a sign-in.
  {
    ...plain,
    method: 'POST',
    path: '/two-factor/verify-totp',
    guesses: true,
    readsSession: true,
    audited: 'sign-in',
  },
  { ...plain, method: 'POST', path: '/two-factor/verify-backup-code', guesses: true, audited: 'sign-in' },
  {
    ...plain,
    method: 'POST',
    path: '/two-factor/generate-backup-codes',
    guesses: true,
    readsSession: true,
    audited: 'renew-backup-codes',
  },
]

export function findIdentityRoute({ method, url }: Pick<Request, 'method' | 'url'>): IdentityRoute | null {
  const path = new URL(url).pathname.replace(/^\/api\/auth/, '')
  const isOf = (route: IdentityRoute): boolean =>
    route.path.endsWith('/:id')
      ? new RegExp(`^${route.path.slice(0, -'/:id'.length)}/[\\w-]{1,64}$`).test(path)
      : route.path === path
  return routes.find((route) => route.method === method && isOf(route)) ?? null
}
