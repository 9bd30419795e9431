import type { MiddlewareHandler } from 'hono'
import type { HubSettings } from '../settings.ts'
import { hubOrigin } from './hub-origin.ts'

const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

/** On every answer: what a browser may do with it. An answer that sets one of them itself keeps its own. */
export function securityHeaders(settings: HubSettings): MiddlewareHandler {
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(hubOrigin(settings).startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
  return async (http, next) => {
    await next()
    for (const [name, value] of Object.entries(headers))
      if (!http.res.headers.has(name)) http.header(name, value)
  }
}
