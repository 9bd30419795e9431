import { Button, CopyButton } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../texts/texts.ts'
import './copy-text.css'

/** A command, link or secret with a button that copies it. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  return (
    <div className="copy-text">
      <code aria-label={label}>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button className="no-print" size="compact-sm" variant="default" onClick={copy}>
            <span aria-live="polite">{copied ? t.components.copied : t.components.copy}</span>
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
