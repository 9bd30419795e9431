import { PgBoss } from 'pg-boss'
import { createError, fail, ok, type Result } from '@assay/core'

/** Five fields of cron in a time zone of the tz database, as a schedule may say them. Fails with ASSAY-9006. */
export function checkCron(cron: string, timeZone: string): Result<void> {
  const fix =
    'five fields: minute, hour, day, month, weekday, as in 0 2 * * 1-5; and a time zone such as Europe/Vienna'
  if (cron.trim().split(/\s+/).length !== 5)
    return fail(createError('ASSAY-9006', { message: 'These are not five fields of cron', where: cron, fix }))
  try {
    // Reads only the expression: nothing is connected to.
    new PgBoss({ connectionString: 'postgres://none' }).previewSchedule(cron, { tz: timeZone, count: 1 })
    return ok(undefined)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return fail(createError('ASSAY-9006', { message, where: `${cron} (${timeZone})`, fix }))
  }
}
