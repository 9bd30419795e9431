import { Skeleton, Title } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import * as t from '../texts/texts.ts'
import './page-header.css'

interface PageHeaderProps {
  /** The question the page answers: its heading, and the title of the browser's tab. */
  readonly question: string
  /** The answer in words; `null`: not known yet, its place is kept. */
  readonly answer?: ReactNode
  /** Where the page stands: a link to the list it is from. */
  readonly above?: ReactNode
  /** Buttons; the one main action first. */
  readonly actions?: ReactNode
}

export function PageHeader({ question, answer, above, actions }: PageHeaderProps): ReactElement {
  return (
    <header className="page-header">
      <title>{`${question} · ${t.frame.product}`}</title>
      <div className="page-header-words">
        {above !== undefined && <div className="page-header-above">{above}</div>}
        <Title order={1}>{question}</Title>
        {answer !== undefined && (
          <div className="page-header-answer">
            {answer ?? <Skeleton height={14} width="24rem" maw="100%" my={5} />}
          </div>
        )}
      </div>
      {actions !== undefined && <div className="page-header-actions no-print">{actions}</div>}
    </header>
  )
}
