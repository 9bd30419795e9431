import { Button, Modal, Stack } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../texts/texts.ts'
import { CopyText } from './copy-text.tsx'

interface InvitationLinkProps {
  /** `null`: closed. */
  readonly made: { readonly link: string; readonly email: string } | null
  readonly onClose: () => void
}

/** The link of a new invitation, which the hub shows this once. */
export function InvitationLink({ made, onClose }: InvitationLinkProps): ReactElement {
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      title={t.members.linkTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      {made !== null && (
        <Stack>
          <div>{t.members.linkHint(made.email)}</div>
          <CopyText text={made.link} label={t.members.link} />
          <div>
            <Button onClick={onClose}>{t.members.done}</Button>
          </div>
        </Stack>
      )}
    </Modal>
  )
}
