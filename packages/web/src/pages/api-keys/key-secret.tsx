import { Button, Modal, Stack } from '@mantine/core'
import type { ReactElement } from 'react'
import { CopyText } from '../../components/copy-text.tsx'
import * as t from '../../texts/texts.ts'

interface KeySecretProps {
  /** `null`: closed. */
  readonly secret: string | null
  readonly onClose: () => void
}

/** The key itself, once. A click beside it does not lose it. */
export function KeySecret({ secret, onClose }: KeySecretProps): ReactElement {
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={t.apiKeys.secretTitle}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      {secret !== null && (
        <Stack>
          <div>{t.apiKeys.secretHint}</div>
          <CopyText text={secret} label={t.apiKeys.secret} />
          <div>{t.apiKeys.use}</div>
          <CopyText text={t.apiKeys.command(secret)} label={t.apiKeys.useLabel} />
          <div>
            <Button onClick={onClose}>{t.apiKeys.copiedIt}</Button>
          </div>
        </Stack>
      )}
    </Modal>
  )
}
