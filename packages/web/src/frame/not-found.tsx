import type { ReactElement } from 'react'
import { PageHeader } from '../components/page-header.tsx'
import { TextLink } from '../components/router-links.tsx'
import * as t from '../texts/texts.ts'

export function NotFound(): ReactElement {
  return (
    <>
      <PageHeader question={t.problems.notFound.title} answer={t.problems.notFound.text} />
      <p>
        <TextLink to="/">{t.problems.notFound.home}</TextLink>
      </p>
    </>
  )
}
