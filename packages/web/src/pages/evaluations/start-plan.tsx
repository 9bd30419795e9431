import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import type { Choices } from './start-choices.ts'
import { planOf, type StartValues } from './start-values.ts'
import { useSetFacets } from './use-set-facets.ts'

interface StartPlanProps extends Pick<Choices, 'projectId' | 'sets'> {
  readonly values: StartValues
}

/** What it would ask, before it is started. */
export function StartPlan({ projectId, sets, values }: StartPlanProps): ReactElement {
  const tags = useSetFacets(projectId, values.testSetIds)
  const chosen = values.testSetIds.flatMap((id, index) => {
    const set = sets.find((one) => one.id === id)
    return set === undefined ? [] : [{ active: set.cases.active, tags: tags[index] ?? {} }]
  })
  const plan = planOf(values, chosen)
  const words = t.evaluations.start
  return (
    <section className="start-plan" aria-label={words.plan} aria-live="polite">
      {plan === null
        ? words.asksNothing
        : words.asks(plan.questions, plan.cases, values.repeats, plan.isAtMost)}
    </section>
  )
}
