import type { EvaluationSummary, GateResult } from '@assay/contracts'
import { describeGate } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { TonedBadge } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

const tones = { yes: 'good', no: 'bad', unsure: 'unsure' } as const

/** The answer to the page's question; its first sentence carries the verdict. */
export function HeadlineAnswer({
  headline: { answer, ready },
}: Pick<EvaluationSummary, 'headline'>): ReactElement {
  const end = answer.search(/[.!?](\s|$)/) + 1
  const cut = end === 0 ? answer.length : end
  return (
    <span className="evaluation-answer">
      <strong className={tones[ready]}>{answer.slice(0, cut)}</strong>
      {answer.slice(cut)}
    </span>
  )
}

const gateTones = { passed: 'good', failed: 'bad', 'not tested': 'unsure' } as const

export function GateList({ gates }: { readonly gates: readonly GateResult[] }): ReactElement | null {
  if (gates.length === 0) return null
  return (
    <ul className="plain-list evaluation-gates" aria-label={t.evaluations.one.gates}>
      {gates.map((gate) => (
        <li key={gate.expression}>
          <TonedBadge tone={gateTones[gate.outcome]}>{describeGate(gate)}</TonedBadge>
        </li>
      ))}
    </ul>
  )
}
