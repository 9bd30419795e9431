import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { Hono } from 'hono'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** The built pages. Any other address is the application's own and gets its start page. */
export function servePages(folder: string): Hono {
  const pages = new Hono()
  const kept = new Map<string, Promise<Page | null>>()
  pages.get('*', async (http) => {
    const path = normalize(http.req.path).replace(/^\/+/, '')
    const wanted = path === '' || path.startsWith('..') || extname(path) === '' ? 'index.html' : path
    if (!kept.has(wanted)) kept.set(wanted, readPage(folder, wanted))
    const page = await kept.get(wanted)
    if (page === null || page === undefined) {
      kept.delete(wanted)
      return http.text('There is no such page.', 404)
    }
    http.header('content-type', page.mediaType)
    http.header('etag', page.etag)
    // Built files carry a hash in their name; the start page names them and must be asked for again.
    http.header(
      'cache-control',
      path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    if (http.req.header('if-none-match') === page.etag) return http.body(null, 304)
    return http.body(page.body)
  })
  return pages
}

interface Page {
  readonly body: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly etag: string
}

async function readPage(folder: string, path: string): Promise<Page | null> {
  const mediaType = mediaTypes[extname(path)]
  if (mediaType === undefined) return null
  try {
    const body = new Uint8Array(await readFile(join(folder, path)))
    return {
      body,
      mediaType,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    }
  } catch {
    return null
  }
}
