import type { ReactElement, ReactNode } from 'react'
import * as t from '../texts/texts.ts'
import { PageHeader } from './page-header.tsx'
import './guest-frame.css'

interface GuestFrameProps {
  readonly question: string
  readonly answer?: ReactNode
  readonly children?: ReactNode
}

/** Around the pages of whoever is not signed in. */
export function GuestFrame({ question, answer, children }: GuestFrameProps): ReactElement {
  return (
    <main className="guest-frame">
      <p className="guest-frame-product">
        <img src="/assay.svg" alt="" width={24} height={24} />
        {t.frame.product}
      </p>
      <PageHeader question={question} answer={answer} />
      {children}
    </main>
  )
}
