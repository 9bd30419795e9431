import { emitKeypressEvents } from 'node:readline'
import type { ReadStream } from 'node:tty'

interface KeyPress {
  readonly name?: string
  readonly ctrl?: boolean
}

/** One key of a terminal: its letter, or `up` and `down`. Ctrl-C and the end of the input are `q`. */
export function readKey(input: ReadStream): Promise<string> {
  emitKeypressEvents(input)
  return new Promise((resolve) => {
    const done = (key: string): void => {
      input.off('keypress', onKey)
      input.off('end', onEnd)
      input.setRawMode(false)
      input.pause()
      resolve(key)
    }
    const onKey = (letter: string | undefined, { name, ctrl }: KeyPress): void =>
      done(ctrl === true && name === 'c' ? 'q' : (name ?? letter ?? ''))
    const onEnd = (): void => done('q')
    input.setRawMode(true)
    input.resume()
    input.once('keypress', onKey)
    input.once('end', onEnd)
  })
}
