import { fail, ok, type Result } from '@assay/core'
import type { AuditNote, HandlerContext, Hub } from '../hub.ts'
import { answerOnce } from './answer-once.ts'
import type { Call, RequestPorts } from './request-ports.ts'

type Later = (() => void | Promise<void>)[]

/** What reads works on the database; what changes does so in one transaction with its audit entry. */
export const performCall = (ports: RequestPorts, call: Call): Promise<Result<unknown>> =>
  call.endpoint.method === 'GET' || call.endpoint.unaudited === true
    ? readOnly(ports, call)
    : changing(ports, call)

async function readOnly({ hub }: RequestPorts, call: Call): Promise<Result<unknown>> {
  const later: Later = []
  const done = await call.work({ ...contextOf(hub, call, later), control: hub.control, audit: () => {} })
  if (done.ok) await runAll(later)
  return done
}

/** A failed Result must undo what was written before it, so it travels as an exception through the transaction. */
class RolledBack extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('rolled back')
    this.result = result
  }
}

async function changing(ports: RequestPorts, call: Call): Promise<Result<unknown>> {
  const { hub } = ports
  const later: Later = []
  const base = contextOf(hub, call, later)
  try {
    const value = await hub.control.transaction().execute(async (control) => {
      const done = await answerOnce({ hub, control, call, at: base.at }, () =>
        workAndAudit(ports, call, { ...base, control }),
      )
      if (!done.ok) throw new RolledBack(fail(done.error))
      return done.value
    })
    await runAll(later)
    return ok(value)
  } catch (error) {
    if (error instanceof RolledBack) return error.result
    throw error
  }
}

async function workAndAudit(
  ports: RequestPorts,
  { id, endpoint, caller, address, projectId, work }: Call,
  context: Omit<HandlerContext, 'audit'>,
): Promise<Result<unknown>> {
  let note: AuditNote = { kind: endpoint.tag, id: projectId ?? id }
  const done = await work({ ...context, audit: (given) => void (note = given) })
  if (!done.ok) return done
  const { at, control } = context
  await ports.writeAudit({ action: id, at, caller, address, projectId, note }, { control })
  return done
}

const contextOf = (hub: Hub, call: Call, later: Later): Omit<HandlerContext, 'control' | 'audit'> => ({
  hub,
  caller: call.caller,
  rights: call.rights,
  revision: call.revision,
  signal: call.signal,
  address: call.address,
  at: new Date(hub.clock.now()).toISOString(),
  afterCommit: (work) => void later.push(work),
})

async function runAll(later: Later): Promise<void> {
  for (const work of later) await work()
}
