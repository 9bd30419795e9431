/** Reads files of test cases on a thread of its own. In: a file. Out: the cases, or what is wrong with it. */
import { parentPort } from 'node:worker_threads'
import { readImportFile } from '@assay/server/import-file'

async function answer(file) {
  const read = await readImportFile(file)
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  parentPort.postMessage(read)
}

parentPort.on('message', (file) => void answer(file))
