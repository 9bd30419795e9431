/**
 * A stand-in for a ClickHouse server in tests: speaks as much of its HTTP interface as `@clickhouse/client` uses, with the
 * embedded engine behind it, in a process of its own. Arguments: data folder, port (0: any). Prints its address.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Session } from 'chdb'

const [folder = '', port = '0'] = process.argv.slice(2)
const session = new Session(folder)

/** What of an address is no setting of a query. */
const others = new Set([
  'query',
  'query_id',
  'session_id',
  'database',
  'default_format',
  'role',
  'wait_end_of_query',
])

const server = createServer((request, response) => void answer(request, response))
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null)
    process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})
process.stdin.on('end', () => process.exit(0))
process.stdin.resume()

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname === '/ping') return void response.end('Ok.\n')
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk)
  const given = url.searchParams
  const query = [given.get('query'), body].filter((part) => part !== null && part !== '').join('\n')
  const params: Record<string, string> = {}
  let settings = ''
  for (const [name, value] of given)
    if (name.startsWith('param_')) params[name.slice('param_'.length)] = value
    else if (!others.has(name) && !name.startsWith('http') && !name.startsWith('enable_http'))
      settings += `set ${name} = '${value.replaceAll("'", "''")}'; `
  try {
    const options = { format: given.get('default_format') ?? 'TabSeparated' }
    const sql = settings + query
    const result =
      Object.keys(params).length === 0
        ? await session.queryAsync(sql, options)
        : await session.queryBindAsync(sql, params, options)
    response.end(result.bytes())
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const code = /Code: (\d+)/.exec(message)?.[1] ?? '1002'
    response.writeHead(500, { 'x-clickhouse-exception-code': code })
    response.end(message)
  }
}
