import { useBlocker } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import * as t from '../texts/texts.ts'
import { ConfirmTyped } from './confirm-typed.tsx'

/** Asks before a page is left whose form was changed. `isDirty` is read when somebody leaves. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: () => boolean }): ReactElement {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isDirty(),
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    <ConfirmTyped
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t.components.unsaved.title}
      losses={t.components.unsaved.losses}
      action={t.components.unsaved.leave}
      onConfirm={() => blocker.proceed?.()}
    />
  )
}
