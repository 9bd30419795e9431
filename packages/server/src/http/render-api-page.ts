import { endpoints, type Endpoint } from '@assay/contracts/hub'
import { describeAccess } from './describe-api.ts'

type Row = readonly [id: string, endpoint: Endpoint]

/** The API's documentation as one page without a script: what there is, who may call it, with an example that works. */
export function renderApiPage(document: Readonly<Record<string, unknown>>, origin: string): string {
  const rows = Object.entries(endpoints as Readonly<Record<string, Endpoint>>)
  const tags = [...new Set(rows.map(([, { tag }]) => tag))]
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Assay hub: API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body>
<h1>API of the Assay hub</h1>
<p>${rows.length} endpoints below <code>/api/v1</code>. The same as <a href="/api/openapi.json">OpenAPI 3.1</a>. Errors are
<code>application/problem+json</code> with a stable code. Lists are read page by page: send <code>next</code> back as
<code>cursor</code>. Changes that must not go over somebody else's need <code>If-Match</code>.</p>
<pre>curl -H "Authorization: Bearer $ASSAY_HUB_KEY" ${escape(origin)}/api/v1/projects</pre>
<nav>${tags.map((tag) => `<a href="#${anchor(tag)}">${escape(tag)}</a>`).join(' · ')}</nav>
${tags.map((tag) => renderTag(tag, rows, document)).join('\n')}
</body></html>`
}

const renderTag = (tag: string, rows: readonly Row[], document: Readonly<Record<string, unknown>>): string =>
  `<h2 id="${anchor(tag)}">${escape(tag)}</h2>${rows
    .filter(([, endpoint]) => endpoint.tag === tag)
    .map(([id, endpoint]) => renderEndpoint(id, endpoint, document))
    .join('\n')}`

function renderEndpoint(id: string, endpoint: Endpoint, document: Readonly<Record<string, unknown>>): string {
  const operation = read(read(read(document, 'paths'), endpoint.path), endpoint.method.toLowerCase())
  const parts = ['parameters', 'requestBody', 'responses'].flatMap((part) => {
    const value = read(operation, part)
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[part, value] as const]
  })
  return `<details id="${id}"><summary><b>${endpoint.method}</b> <code>${escape(endpoint.path)}</code> ${escape(
    endpoint.summary,
  )}</summary><p>${escape(describeAccess(endpoint))} In the TypeScript client: <code>hub.${id}(…)</code></p>${parts
    .map(([name, value]) => `<h3>${name}</h3><pre>${escape(JSON.stringify(value, null, 2))}</pre>`)
    .join('')}</details>`
}

const read = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const anchor = (tag: string): string => tag.toLowerCase().replaceAll(/\W+/g, '-')

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:32px auto;padding:0 16px}
code,pre{font:13px/1.5 ui-monospace,monospace}pre{overflow:auto;border:1px solid #8886;border-radius:4px;padding:8px}
details{border-bottom:1px solid #8884;padding:8px 0}summary{cursor:pointer;overflow-wrap:anywhere}summary b{display:inline-block;min-width:56px}
h3{font-size:13px;margin:8px 0 4px}nav{line-height:2}`
