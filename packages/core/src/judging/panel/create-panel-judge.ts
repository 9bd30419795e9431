import { holdsUnit } from '../../runs/holds-unit.ts'
import { fail, ok } from '../../result.ts'
import type { Judge, Judgement } from '../judge.ts'

/**
 * Several judges, or one several times: what more than half of them say. Without such a majority the answer is not judged; where
 * judges broke whose votes could have made one, the panel fails as the first of them did.
 */
export function createPanelJudge(members: readonly Judge[]): Judge {
  return {
    id: nameOf(members),
    version: [...new Set(members.map(({ version }) => version))].join('+'),
    kind: members.some(({ kind }) => kind === 'model') ? 'model' : 'rules',
    async judge(input, context) {
      const votes = await Promise.all(members.map((member) => member.judge(input, context)))
      const errors = votes.flatMap((vote) => (vote.ok ? [] : [vote.error]))
      const said = votes.flatMap((vote) => (vote.ok ? vote.value : []))
      const tallies = [...Map.groupBy(said, ({ check }) => check)].map(([check, of]) => tally(check, of))
      const isOpen = (votes: number): boolean =>
        votes <= members.length / 2 && votes + errors.length > members.length / 2
      const isSpoilt = tallies.length === 0 || tallies.some(({ most }) => isOpen(most.length))
      const failure = errors.find(holdsUnit) ?? (isSpoilt ? errors[0] : undefined)
      return failure === undefined ? ok(tallies.map((each) => decide(each, members.length))) : fail(failure)
    },
  }
}

/** `a*3, b` */
const nameOf = (members: readonly Judge[]): string =>
  [...Map.groupBy(members, ({ id }) => id)]
    .map(([id, votes]) => (votes.length === 1 ? id : `${id}*${votes.length}`))
    .join(', ')

interface Tally {
  readonly check: Judgement['check']
  /** Those that say what most say. */
  readonly most: readonly Judgement[]
  /** `correct 1, incorrect 1` */
  readonly votes: string
}

function tally(check: Judgement['check'], said: readonly Judgement[]): Tally {
  const byLabel = [...Map.groupBy(said, ({ label }) => label)].toSorted((a, b) => b[1].length - a[1].length)
  return {
    check,
    most: byLabel[0]?.[1] ?? [],
    votes: byLabel.map(([label, same]) => `${label} ${same.length}`).join(', '),
  }
}

function decide({ check, most, votes }: Tally, members: number): Judgement {
  const [first] = most
  if (first !== undefined && most.length > members / 2)
    return { ...first, reason: `${first.reason} (${most.length} of ${members} votes)` }
  const reason = `No majority of ${members} votes: ${votes}.`
  return { check, outcome: 'not-judged', label: 'not-judged', score: null, reason }
}
