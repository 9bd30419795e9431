import type { DocumentBody } from '@assay/contracts/hub'
import { parseGate } from '@assay/core/evaluation'
import { parseJudge } from '@assay/core/judging'
import type { FieldFault } from '../http/to-problem.ts'
import { findCronFault } from './find-cron-fault.ts'

/** What forbids a schedule, with pointers within its body. */
export function findScheduleFaults({ when, gates, judge }: DocumentBody<'schedule'>): readonly FieldFault[] {
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
  for (const [index, gate] of gates.entries()) {
    const parsed = parseGate(gate)
    if (!parsed.ok) faults.push(toFault(`/gates/${index}`, parsed.error))
  }
  if (judge !== 'none') {
    const parsed = parseJudge(judge)
    if (!parsed.ok) faults.push(toFault('/judge', parsed.error))
  }
  return faults
}

const toFault = (
  pointer: string,
  { message, fix }: { readonly message: string; readonly fix?: string | undefined },
): FieldFault => ({ pointer, message: fix === undefined ? message : `${message}: ${fix}` })

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
