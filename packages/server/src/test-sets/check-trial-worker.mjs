/** Runs one check on one case on a thread of its own. In, as worker data: {use, checkCase}. Out: the verdict. */
import { parentPort, workerData } from 'node:worker_threads'
import { prepareChecks } from '@assay/core/checks'

const prepared = prepareChecks([workerData.use])
if (!prepared.ok) throw new Error(prepared.error.message)
const [check] = prepared.value

parentPort.postMessage(
  await check.run(workerData.checkCase, {
    model: () => null,
    embedder: null,
    scorer: null,
    userCode: null,
    elsewhere: null,
    detector: () => null,
    hash: () => '',
    signal: new AbortController().signal,
  }),
)
