/** Runs checks on a thread of its own, with nothing to ask. In: {use, checkCase}, the use being one that is ready. Out: the verdict. */
import { parentPort } from 'node:worker_threads'
import { prepareChecks } from '@assay/core/checks'

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

async function answer({ use, checkCase }) {
  const prepared = prepareChecks([use])
  if (!prepared.ok) throw new Error(prepared.error.message)
  const verdict = await prepared.value[0].run(checkCase, ports)
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  parentPort.postMessage(verdict)
}

parentPort.on('message', (asked) => void answer(asked))
