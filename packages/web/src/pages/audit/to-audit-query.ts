/** The filter of the address. */
export interface AuditSearch {
  readonly personId?: string | undefined
  readonly action?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Days of the reader's time zone as times: both ends are within. */
export const toAuditQuery = ({ personId, action, subjectId, from, to }: AuditSearch) => ({
  personId,
  action,
  subjectId,
  from: toTime(from, '00:00:00.000'),
  to: toTime(to, '23:59:59.999'),
})

function toTime(day: string | undefined, time: string): string | undefined {
  if (day === undefined) return undefined
  const at = new Date(`${day}T${time}`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
