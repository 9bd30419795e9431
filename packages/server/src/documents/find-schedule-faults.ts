import type { DocumentBody } from '@assay/contracts/hub'
import { findOrderFaults } from '../evaluations/find-order-faults.ts'
import type { FieldFault } from '../http/to-problem.ts'
import { findCronFault } from './find-cron-fault.ts'

/** What forbids a schedule, with pointers within its body. */
export function findScheduleFaults({ when, ...order }: DocumentBody<'schedule'>): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (when.kind === 'cron') {
    const fault = findCronFault(when.cron)
    if (fault !== null) faults.push({ pointer: '/when/cron', message: fault })
    if (!isTimeZone(when.timeZone))
      faults.push({
        pointer: '/when/timeZone',
        message: `${when.timeZone} is no time zone: write it like Europe/Berlin`,
      })
  }
  return [...faults, ...findOrderFaults(order)]
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
