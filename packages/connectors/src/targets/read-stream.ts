type Bytes = AsyncIterable<Uint8Array>

/** Lines of a byte stream without their ends; the last line counts without one. Splits at LF, CRLF and CR. */
async function* readLines(bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true })
    // A CR at the very end may be the first half of a CRLF.
    const held = rest.endsWith('\r') ? rest.slice(0, -1) : rest
    const lines = held.split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + rest.slice(held.length)
    yield* lines
  }
  rest += decoder.decode()
  const lines = rest.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  yield* lines
}

/** The data of each server-sent event (WHATWG HTML §9.2.6); comments, ids and names are left out. */
export async function* readServerSentEvents(bytes: Bytes): AsyncGenerator<string> {
  let data: string[] = []
  for await (const line of readLines(bytes)) {
    if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
    if (line !== '' || data.length === 0) continue
    yield data.join('\n')
    data = []
  }
  // Servers that end without the last empty line are common; the standard would drop this event.
  if (data.length > 0) yield data.join('\n')
}

/** Each line of a JSON Lines stream that is not empty. */
export async function* readJsonLines(bytes: Bytes): AsyncGenerator<string> {
  for await (const line of readLines(bytes)) if (line.trim() !== '') yield line
}
