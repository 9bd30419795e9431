import type { Comparison } from '@assay/contracts'
import { describeCorrectedComparison, formatDifference, formatRate, toSentence } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { toneOfVerdict } from '../../components/verdict.tsx'
import * as t from '../../texts/texts.ts'
import { namesOf } from './names-of.ts'

/** The verdict first, then how large and how sure, then what stands in its way. */
export function ComparisonAnswer({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { a, b, overall, differs } = comparison
  const names = namesOf(comparison)
  const corrected = describeCorrectedComparison(comparison)
  const confounders = differs.filter(({ effect }) => effect === 'confounds').map(({ what }) => what)
  return (
    <div className="comparison-answer">
      <p>
        <strong className={toneOfVerdict[overall.verdict]}>{toSentence(formatDifference(overall))}</strong>{' '}
        {t.comparisons.passing(names.b, formatRate(b.passing), names.a, formatRate(a.passing))}
      </p>
      {confounders.length > 0 && <p className="unsure">{describeConfounders(confounders)}</p>}
      {corrected !== null && <p className="quiet">{t.comparisons.corrected(corrected)}</p>}
    </div>
  )
}

const describeConfounders = (what: readonly string[]): string =>
  what.length === 1 ? t.comparisons.confoundedOne(what[0] ?? '') : t.comparisons.confounded(what.join(', '))
