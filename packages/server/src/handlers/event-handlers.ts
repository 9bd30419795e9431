import { ok } from '@assay/core'
import type { Handlers } from '../hub.ts'
import { streamEvents } from '../evaluations/stream-events.ts'

export const eventHandlers: Handlers<'watchProject'> = {
  async watchProject({ params }, { hub, signal }) {
    const body = streamEvents(hub.events, params.projectId.toLowerCase(), signal)
    return ok({ file: { name: '', mediaType: 'text/event-stream', body } })
  },
}
