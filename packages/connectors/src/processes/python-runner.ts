import { fileURLToPath } from 'node:url'

/** Path of the program that runs one Python file for Assay. */
export const pythonRunner = fileURLToPath(new URL('./python-runner.py', import.meta.url))
