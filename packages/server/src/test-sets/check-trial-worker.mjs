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

parentPort.on('message', async ({ use, checkCase }) => {
  const prepared = prepareChecks([use])
  if (!prepared.ok) throw new Error(prepared.error.message)
  parentPort.postMessage(await prepared.value[0].run(checkCase, ports))
})
