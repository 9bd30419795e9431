import type { PgBoss } from 'pg-boss'
import type { DocumentOf } from '@assay/contracts/hub'
import { listAllSchedules, type ControlDatabase } from '@assay/storage/postgres'
import { queues } from '../open-boss.ts'

/** Of a time that came. */
export interface ScheduleJob {
  readonly scheduleId: string
  readonly projectId: string
}

/**
 * Brings the queue's times in step with the schedules. A time that passes while nobody watches is made up for once, when
 * somebody does again.
 */
export async function syncSchedules(
  { control }: { readonly control: ControlDatabase },
  boss: PgBoss,
): Promise<void> {
  const wanted = new Map((await listAllSchedules(control)).flatMap((schedule) => timesOf(schedule)))
  const there = new Map((await boss.getSchedules(queues.schedule)).map((each) => [each.key, each]))
  for (const [id, { cron, timeZone, projectId }] of wanted) {
    const known = there.get(id)
    if (known?.cron === cron && known.timezone === timeZone) continue
    const data: ScheduleJob = { scheduleId: id, projectId }
    try {
      await boss.schedule(queues.schedule, cron, data, { tz: timeZone, key: id, missed: 'once' })
    } catch (error) {
      // Documents are checked when they are saved; one that is wrong all the same must not hold up the others.
      process.stderr.write(`schedule ${id}: ${cron} (${timeZone}): ${String(error)}\n`)
    }
  }
  for (const id of there.keys()) if (!wanted.has(id)) await boss.unschedule(queues.schedule, id)
}

interface Times {
  readonly cron: string
  readonly timeZone: string
  readonly projectId: string
}

function timesOf({ id, projectId, body }: DocumentOf<'schedule'>): readonly (readonly [string, Times])[] {
  if (body.paused || body.when.kind !== 'cron') return []
  const { cron, timeZone } = body.when
  return [[id, { cron, timeZone, projectId }]]
}
