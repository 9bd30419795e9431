import { roleSchema } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import * as t from '../texts/texts.ts'
import './role-help.css'

/** What each role may do, folded away. */
export function RoleHelp(): ReactElement {
  return (
    <details className="role-help">
      <summary>{t.members.rolesTitle}</summary>
      <dl>
        {roleSchema.options.map((role) => (
          <div key={role}>
            <dt>{t.members.roles[role]}</dt>
            <dd>{t.members.roleHints[role]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
