/**
 * Runs one user's JavaScript or TypeScript file for Assay: JSON lines both ways on file descriptor 3, so that
 * whatever the code prints cannot break the protocol. Usage: node node-runner.mjs FILE_URL
 * In: {id, function, input}. Out: {ready} or {failed: trace}, then {id, answer} or {id, error, trace}.
 */
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'

const channel = new Socket({ fd: 3 })
const write = (message) => channel.write(`${JSON.stringify(message, refuseNonFinite)}\n`)

function refuseNonFinite(key, value) {
  if (typeof value !== 'number' || Number.isFinite(value)) return value
  throw new TypeError(`${value} cannot be written as JSON (${key})`)
}

function traceOf(error) {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${traceOf(error.cause)}`
  return `${error.stack ?? error}`.slice(0, 1500) + cause
}

async function answer(module, { id, function: name, input }) {
  try {
    const found = name.split('.').reduce((value, part) => value?.[part], module)
    if (typeof found !== 'function') throw new TypeError(`the file exports no function ${name}`)
    write({ id, answer: await found(input) })
  } catch (error) {
    write({ id, error: String(error).slice(0, 300), trace: traceOf(error) })
  }
}

try {
  const module = await import(process.argv[2])
  const requests = createInterface({ input: channel })
  requests.on('close', () => process.exit())
  requests.on('line', (line) => {
    const request = JSON.parse(line)
    if (request.function !== undefined) void answer(module, request)
  })
  write({ ready: true })
} catch (error) {
  channel.end(`${JSON.stringify({ failed: traceOf(error) })}\n`)
}
