import { createError, fail, ok, type Result } from '@assay/core'
import { appendAudit, readOwnProject } from '@assay/storage/postgres'
import type { Caller, Hub } from '../hub.ts'
import { createAddressReader, networkOf } from './client-address.ts'
import { describeChanges } from './describe-changes.ts'
import { readCaller } from './read-caller.ts'
import type { AuditDraft, RequestPorts } from './request-ports.ts'
import { createRateLimiter } from './throttle.ts'

/** Of one person or key: above what a page or a run that streams its rows needs. */
const known = { burst: 2_000, perSecond: 200 } as const
/** Of one address that is not signed in, or whose key does not count. */
const strangers = { burst: 120, perSecond: 10 } as const

/** Once a process: its limits are kept in its memory. */
export function createRequestPorts(hub: Hub): RequestPorts {
  const ofCallers = createRateLimiter(known, hub.clock.now)
  const ofStrangers = createRateLimiter(strangers, hub.clock.now)
  return {
    hub,
    readAddress: createAddressReader(hub.settings),
    readCaller: (request) => readCaller(hub, request),
    limit: (caller, address) =>
      caller === null
        ? within(ofStrangers.take(address === null ? '' : networkOf(address)))
        : within(ofCallers.take(caller.key?.id ?? caller.person.id)),
    async readStanding(caller, projectId) {
      const project =
        caller === null || projectId === null
          ? null
          : await readOwnProject(hub.control, projectId, caller.person.id)
      return { caller, projectId, project }
    },
    async writeAudit(draft, { control }) {
      await appendAudit(control, toEntry(draft))
    },
  }
}

const within = (waitMs: number): Result<void> =>
  waitMs === 0 ? ok(undefined) : fail(createError('ASSAY-9007', { retryAfterMs: waitMs }))

function toEntry({ action, at, caller, projectId, address, note }: AuditDraft) {
  const { kind, id, name = null, before, after } = note
  return {
    at,
    by: note.by ?? actorOf(caller),
    action,
    projectId: projectId ?? (kind === 'project' ? id : null),
    subject: { kind, id, name },
    changes: describeChanges(before, after),
    address,
    key: caller === null || caller.key === null ? null : { id: caller.key.id, name: caller.key.name },
  }
}

const actorOf = (caller: Caller | null) =>
  caller === null ? null : { id: caller.person.id, name: caller.person.name }
