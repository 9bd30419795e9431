import type { HubEvent } from '@assay/contracts/hub'
import type { HubEvents } from './hub.ts'

type Listener = (event: HubEvent) => void

/** Events of this process, by project. */
export function createHubEvents(): HubEvents {
  const listeners = new Map<string, Set<Listener>>()
  return {
    publish(projectId, event) {
      for (const listener of listeners.get(projectId) ?? []) listener(event)
    },
    subscribe(projectId, listener) {
      const ofProject = listeners.get(projectId) ?? new Set()
      ofProject.add(listener)
      listeners.set(projectId, ofProject)
      return () => {
        ofProject.delete(listener)
        if (ofProject.size === 0) listeners.delete(projectId)
      }
    },
  }
}
