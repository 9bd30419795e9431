import type { Estimate } from '@assay/contracts'
import { formatSureness, formatValue, notTested } from '@assay/core/wording'
import type { ReactElement } from 'react'

/** A rate as it always stands: `81 % (73–87, n = 100)`, the uncertainty quieter than the value but never left out. */
export function FigureText({ estimate }: { readonly estimate: Estimate | null }): ReactElement {
  if (estimate === null || estimate.value === null || estimate.n === 0)
    return <span className="quiet">{notTested}</span>
  return (
    <span className="figure-text">
      <span className="nowrap">{formatValue(estimate)}</span>{' '}
      <span className="quiet nowrap">{`(${formatSureness(estimate)})`}</span>
    </span>
  )
}
