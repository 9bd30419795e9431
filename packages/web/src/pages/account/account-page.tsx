import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useMe } from '../../api/use-me.ts'
import { PageHeader } from '../../components/page-header.tsx'
import * as t from '../../texts/texts.ts'
import { PasswordChange } from './password-change.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SessionList } from './session-list.tsx'
import './account.css'

/** The reader's own account. */
export function AccountPage(): ReactElement {
  const me = useMe()
  const sessions = useHub('listSessions')
  const count = sessions.data?.items.length
  return (
    <>
      <PageHeader
        question={t.account.title}
        above={t.account.who(me.name, me.email)}
        answer={count === undefined ? null : t.account.answer(me.twoFactor, count)}
      />
      <SessionList />
      <div className="account-grid">
        <SecondFactor />
        <PasswordChange />
      </div>
    </>
  )
}
