import type { RequirementStanding as Standing } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { FigureText } from '../../../components/figure-text.tsx'
import { ThingLink } from '../../../components/thing-link.tsx'
import { TonedBadge, type Tone } from '../../../components/toned-badge.tsx'
import * as t from '../../../texts/texts.ts'
import { useLatestStandings } from './use-latest-standings.ts'

interface RequirementStandingProps {
  readonly projectId: string
  readonly requirementId: string
}

const tones: Readonly<Record<Standing['state'], Tone>> = {
  met: 'good',
  'not met': 'bad',
  'not enough cases': 'unsure',
  'not tested': 'quiet',
}

/** How one requirement stands in the project's latest finished evaluation. */
export function RequirementStanding({
  projectId,
  requirementId,
}: RequirementStandingProps): ReactElement | null {
  const { evaluation, standings, isLoading } = useLatestStandings(projectId)
  const standing = standings?.find(({ requirement }) => requirement.id === requirementId)
  if (isLoading) return null
  if (evaluation === undefined || standing === undefined)
    return <span className="quiet">{t.documents.standings['not tested']}</span>
  const { state, passing, wouldDo, notJudged } = standing
  return (
    <>
      <div>
        <TonedBadge tone={tones[state]}>{t.documents.standings[state]}</TonedBadge>
      </div>
      {passing.n > 0 && <FigureText estimate={passing} />}
      {wouldDo !== null && <div className="quiet">{t.documents.wouldDo(wouldDo)}</div>}
      {notJudged > 0 && <div className="quiet">{t.documents.notJudged(notJudged)}</div>}
      <div className="quiet">
        <ThingLink kind="evaluation" projectId={projectId} id={evaluation.id}>
          {evaluation.name}
        </ThingLink>
      </div>
    </>
  )
}
