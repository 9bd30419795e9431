/** Reads one file of test cases on a thread of its own. In, as worker data: the file. Out: the result, or what broke. */
import { parentPort, workerData } from 'node:worker_threads'
import { readImportFile } from '@assay/server/import-file'

parentPort.postMessage(await readImportFile(workerData))
