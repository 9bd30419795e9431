import type { AssayError } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import { holdsUnit } from '../../runs/holds-unit.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Judge, JudgeContext, JudgeInput, Judgement } from '../judge.ts'

/** Share of the answers that an earlier judge decided and the last one is asked about as well. */
export const recheckShare = 0.05

/**
 * Judges one after another, the cheapest first: each is asked only where those before it did not judge, or broke. To know what
 * that changes, the last is also asked about one in twenty of the answers that were decided before it (by the hash of case and
 * answer): its word is kept beside the verdict and decides nothing. Where one broke and none after it judged, the cascade fails
 * as that one did: the answer is asked about again with the other errors.
 */
export function createCascadeJudge(judges: readonly Judge[], hash: Hash): Judge {
  const last = judges.at(-1)
  return {
    id: judges.map(({ id }) => id).join(' then '),
    version: judges.map(({ version }) => version).join('>'),
    kind: judges.some(({ kind }) => kind === 'model') ? 'model' : 'rules',
    stages: judges,
    async judge(input, context) {
      const decided = await decide(judges, input, context)
      if (!decided.ok || last === undefined) return decided
      const isEarly = decided.value.every(({ by, outcome }) => by !== last.id && outcome !== 'not-judged')
      if (!isEarly || !isDrawn(input, hash)) return decided
      const again = await last.judge(input, context)
      if (again.ok) return ok(decided.value.map((judgement) => withRecheck(judgement, again.value, last.id)))
      return holdsUnit(again.error) ? again : decided
    },
  }
}

async function decide(
  judges: readonly Judge[],
  input: JudgeInput,
  context: JudgeContext,
): Promise<Result<readonly Judgement[]>> {
  const decided = new Map<string, Judgement>()
  const isDecided = (): boolean =>
    decided.size > 0 && [...decided.values()].every(({ outcome }) => outcome !== 'not-judged')
  let failure: AssayError | null = null
  for (const judge of judges) {
    const said = await judge.judge(input, context)
    if (!said.ok) {
      if (holdsUnit(said.error)) return said
      failure = said.error
      continue
    }
    for (const judgement of said.value)
      if ((decided.get(judgement.check)?.outcome ?? 'not-judged') === 'not-judged')
        decided.set(judgement.check, { ...judgement, by: judge.id })
    if (isDecided()) break
  }
  return failure === null || isDecided() ? ok([...decided.values()]) : fail(failure)
}

const isDrawn = ({ testCase, answer }: JudgeInput, hash: Hash): boolean =>
  Number.parseInt(hash(JSON.stringify(['recheck', testCase.id, answer.text])).slice(0, 8), 16) <
  recheckShare * 2 ** 32

function withRecheck(judgement: Judgement, again: readonly Judgement[], by: string): Judgement {
  const said = again.find(({ check }) => check === judgement.check)
  return said === undefined || said.outcome === 'not-judged'
    ? judgement
    : { ...judgement, recheck: { by, label: said.label } }
}
