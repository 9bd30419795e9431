import type { HubInput } from '../../api/hub-types.ts'

type EvaluationQuery = NonNullable<HubInput<'listEvaluations'>['query']>

interface EvaluationSearch extends Pick<EvaluationQuery, 'name' | 'targetId' | 'testSetId' | 'status'> {
  /** Days: `2026-03-31`, in the reader's time zone. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly archived?: boolean | undefined
}

/** Filter of the address as the hub is asked: days become moments, the last day counts whole. */
export function toEvaluationQuery({
  name,
  targetId,
  testSetId,
  status,
  from,
  to,
  archived,
}: EvaluationSearch): EvaluationQuery {
  const begin = toMoment(from, 'T00:00:00')
  const end = toMoment(to, 'T23:59:59.999')
  return {
    ...(name === undefined ? {} : { name }),
    ...(targetId === undefined ? {} : { targetId }),
    ...(testSetId === undefined ? {} : { testSetId }),
    ...(status === undefined ? {} : { status }),
    ...(begin === null ? {} : { from: begin }),
    ...(end === null ? {} : { to: end }),
    ...(archived === true ? { archived: 'true' } : {}),
    limit: 100,
  }
}

function toMoment(day: string | undefined, time: string): string | null {
  const moment = new Date(`${day ?? ''}${time}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
