import type { RunReader } from '../../ports/run-store.ts'
import { judgeCorrectnessPrompt } from '../../prompts/judge-correctness.data.ts'
import { judgeDecliningPrompt } from '../../prompts/judge-declining.data.ts'

const judgePrompts = [judgeCorrectnessPrompt, judgeDecliningPrompt].map(({ id }) => `${id}@`)

/**
 * US dollars for 1,000 verdicts, from the calls of the judge: checks that ask the same model are left out. `null`: a price
 * is unknown, or a reply came from the cache, so that what it would have cost is not known.
 */
export async function costOfVerdicts(run: Pick<RunReader, 'rows'>, verdicts: number): Promise<number | null> {
  let usd = 0
  for await (const { prompt, reply, cached, costUsd } of run.rows('calls')) {
    if (reply === null || !judgePrompts.some((id) => prompt?.startsWith(id))) continue
    if (cached || costUsd === null) return null
    usd += costUsd
  }
  return (usd / verdicts) * 1_000
}
