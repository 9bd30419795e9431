/**
 * The process that `run-folder-kill.slow.test.ts` kills: takes up the run in a folder and works until it is done.
 * Arguments: folder of the runs, log of what was asked, number of this start, number of units. Prints `ready`, then `done`.
 */
import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { modelPrices, type RunManifest } from '@assay/contracts'
import { must, ok, type LanguageModel, type Result, type Target } from '@assay/core'
import { createPriceBook, executeRun, type UnitContext } from '@assay/core/runs'
import { createRunFolders } from './run-folders.ts'
import { sha256 } from './sha256.ts'
import { systemClock } from './system-clock.ts'

const [root = '', log = '', start = '', count = ''] = process.argv.slice(2)

/** Written at once, so that it is known also of a question whose answer never came. */
const note = (what: string): void => appendFileSync(log, `${start} ${what}\n`)

const target: Target = {
  name: 'slow',
  kind: 'module',
  version: null,
  ask: async ({ caseId }) => {
    note(`ask ${caseId}`)
    await sleep(1 + Math.random() * 4)
    return ok({ text: `answer to ${caseId}`, latencyMs: 1 })
  },
  close: async () => {},
}

const model: LanguageModel = {
  id: 'fake:judge',
  provider: 'fake',
  generate: async ({ messages }) => {
    const text = must(messages[0], 'the message').content
    note(`call ${text}`)
    await sleep(1 + Math.random() * 4)
    return ok({
      text: text.length % 3 === 0 ? 'wrong' : 'right',
      finishReason: 'stop',
      usage: { input: 3, output: 1 },
      returnedModel: 'judge-1',
      latencyMs: 1,
    })
  },
}

async function perform({ key }: { readonly key: string }, context: UnitContext): Promise<Result<void>> {
  const asked = await context.ask(target, {
    question: key,
    history: [],
    threadId: key,
    caseId: key,
    repeat: 0,
  })
  if (!asked.ok) return asked
  for (const check of ['correctness', 'declining']) {
    const content = `${check} of ${asked.value.text}`
    const judged = await context.model(model).call({ messages: [{ role: 'user', content }] })
    if (!judged.ok) return judged
    const outcome = judged.value.text === 'right' ? 'pass' : 'fail'
    context.record('verdicts', { unit: key, caseId: key, repeat: 0, check, checkKey: check, outcome })
  }
  return ok(undefined)
}

const manifest: RunManifest = {
  schemaVersion: 1,
  id: 'kill',
  name: 'kill',
  kind: 'evaluation',
  createdAt: '2026-01-01T00:00:00.000Z',
  assayVersion: '0.1.0',
  seed: 1,
  planHash: 'plan',
  configuration: {},
  environment: { node: process.version, platform: process.platform },
}

const folders = createRunFolders(root, { clock: systemClock })
const opened = await folders.open('kill')
const store = opened.ok ? opened : await folders.create(manifest)
if (!store.ok) throw new Error(JSON.stringify(opened.ok ? null : opened.error))
process.stdout.write('ready\n')
const total = Number(count)
const result = await executeRun({
  store: store.value,
  units: Array.from({ length: total }, (_, index) => ({ key: `case-${index}` })),
  total,
  perform,
  ports: {
    clock: systemClock,
    random: Math.random,
    hash: sha256,
    prices: createPriceBook(modelPrices),
    cache: null,
  },
})
await store.value.close()
if (!result.ok || result.value.state !== 'finished') throw new Error(JSON.stringify(result))
process.stdout.write('done\n')
