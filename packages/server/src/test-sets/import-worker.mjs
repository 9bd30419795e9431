/** Reads files of test cases on a thread of its own. In: a file. Out: the cases, or what is wrong with it. */
import { parentPort } from 'node:worker_threads'
import { readImportFile } from '@assay/server/import-file'

parentPort.on('message', async (file) => parentPort.postMessage(await readImportFile(file)))
