import { hubOrigin } from '../http/hub-origin.ts'
import type { HubSettings } from '../settings.ts'

export interface Mail {
  readonly to: string | readonly string[]
  readonly subject: string
  readonly text: string
  /** Default: a new one. */
  readonly messageId?: string
}

const sendTimeoutMs = 20_000

/**
 * Hands a mail to the configured server; rejects where that fails. The sender is `from` in the server's URL
 * (`smtps://user:password@mail.example?from=assay@example.org`), else `assay@` the hub's host.
 */
export async function sendMail(
  settings: HubSettings & { readonly smtpUrl: string },
  mail: Mail,
  timeoutMs = sendTimeoutMs,
): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const url = new URL(settings.smtpUrl)
  const from = url.searchParams.get('from') ?? `assay@${new URL(hubOrigin(settings)).hostname}`
  url.searchParams.delete('from')
  const transport = createTransport({
    url: url.href,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  try {
    await transport.sendMail({
      from: { name: 'Assay', address: from },
      ...mail,
      to: [mail.to].flat(),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } finally {
    transport.close()
  }
}
