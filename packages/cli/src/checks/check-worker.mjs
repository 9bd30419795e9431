/**
 * Runs checks on a thread of its own, so that a long comparison holds up nothing else.
 * In: {id, use, checkCase}. Out: {id, verdict} or {id, failed}.
 */
import { parentPort } from 'node:worker_threads'
import { prepareChecks } from '@assay/core/checks'

const prepared = new Map()

function prepare(use) {
  const key = JSON.stringify(use)
  const known = prepared.get(key)
  if (known !== undefined) return known
  const made = prepareChecks([use])
  if (!made.ok) throw new Error(made.error.message)
  prepared.set(key, made.value[0])
  return made.value[0]
}

const ports = {
  model: () => null,
  embedder: null,
  scorer: null,
  userCode: null,
  elsewhere: null,
  detector: () => null,
  hash: () => '',
  signal: new AbortController().signal,
}

async function answer({ id, use, checkCase }) {
  try {
    parentPort.postMessage({ id, verdict: await prepare(use).run(checkCase, ports) })
  } catch (error) {
    parentPort.postMessage({ id, failed: String(error) })
  }
}

parentPort.on('message', (asked) => void answer(asked))
