import type { AssayError } from '@assay/contracts'
import { holdsUnit } from '../../runs/holds-unit.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Judge, Judgement } from '../judge.ts'

/**
 * Several judges, or one several times: what more than half of them say. Without such a majority the answer is not judged. A
 * judge that broke has no vote; where all broke the panel fails as the first did.
 */
export function createPanelJudge(members: readonly Judge[]): Judge {
  return {
    id: members.map(({ id }) => id).join(', '),
    version: members.map(({ version }) => version).join('+'),
    kind: members.some(({ kind }) => kind === 'model') ? 'model' : 'rules',
    async judge(input, context) {
      const votes = await Promise.all(members.map((member) => member.judge(input, context)))
      const errors = votes.flatMap((vote) => (vote.ok ? [] : [vote.error]))
      const failure = errors.find(holdsUnit) ?? (errors.length === votes.length ? errors[0] : undefined)
      return failure === undefined ? ok(count(votes, members.length)) : fail<AssayError>(failure)
    },
  }
}

function count(votes: readonly Result<readonly Judgement[]>[], members: number): readonly Judgement[] {
  const judgements = votes.flatMap((vote) => (vote.ok ? vote.value : []))
  return [...Map.groupBy(judgements, ({ check }) => check)].map(([check, said]) => {
    const byLabel = [...Map.groupBy(said, ({ label }) => label)].toSorted((a, b) => b[1].length - a[1].length)
    const [, [most] = []] = byLabel[0] ?? []
    const agreeing = byLabel[0]?.[1].length ?? 0
    if (most !== undefined && agreeing > members / 2)
      return { ...most, reason: `${most.reason} (${agreeing} of ${members} votes)` }
    const tally = byLabel.map(([label, same]) => `${label} ${same.length}`).join(', ')
    return {
      check,
      outcome: 'not-judged',
      label: 'not-judged',
      score: null,
      reason: `No majority of ${members} votes: ${tally}.`,
    }
  })
}
