import { ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { serveHub } from '../compose-hub.ts'
import { integerOption, listOption, switchOption, textOption } from '../options/option-schemas.ts'

export const command = defineCommand({
  arguments: [],
  options: {
    data: textOption('Folder of everything the hub keeps; default: .assay/hub (ASSAY_HUB_DATA)', 'folder'),
    host: textOption('Address to listen on; default: 127.0.0.1, this machine alone', 'address'),
    port: integerOption('Port; default: 7777; 0: any free one', { min: 0 }),
    publicUrl: textOption('How people reach it, where that is not host and port (ASSAY_PUBLIC_URL)', 'url'),
    postgresUrl: textOption(
      'PostgreSQL 15 or later instead of the embedded PGlite (ASSAY_POSTGRES_URL)',
      'url',
    ),
    clickhouseUrl: textOption(
      'ClickHouse 26.7 or later instead of the embedded chdb (ASSAY_CLICKHOUSE_URL)',
      'url',
    ),
    workers: integerOption('Evaluations this process works on at once; 0: it only answers. Default: 1', {
      min: 0,
    }),
    allowLocalTargets: switchOption('Let targets run commands and code on this machine'),
    allowAddress: listOption('Private hosts or networks that targets may be at: host, or CIDR', 'address'),
    trustedProxy: listOption(
      'Reverse proxies whose X-Forwarded-For is believed: address, or CIDR (ASSAY_TRUSTED_PROXIES)',
      'address',
    ),
    withoutPages: switchOption('Only the API'),
    recover: textOption('Print a link by which this owner, who cannot sign in, sets a new password', 'email'),
    stopWhenIdle: integerOption('Minutes without a request after which it stops by itself'),
  },
  examples: ['assay serve', 'assay serve --port 8080 --data /var/lib/assay'],
  async run({ options }, context) {
    const { output, signal, globals } = context
    const served = await serveHub(options, context, (step) => output.error(`${step} …\n`))
    if (!served.ok) return served
    const hub = served.value
    const recovered = options.recover === undefined ? ok(null) : await hub.recoverOwner(options.recover)
    if (!recovered.ok) {
      await hub.close()
      return recovered
    }
    const { url, setupUrl, engines, dataFolder } = hub
    const recoveryUrl = recovered.value
    if (globals.json) output.out(`${JSON.stringify({ url, setupUrl, recoveryUrl, dataFolder })}\n`)
    const rows = [
      ['address', url],
      ['data', `${dataFolder} (${engines})`],
      ...(setupUrl === null
        ? []
        : [['first', `${setupUrl}\n           makes the first person; works once, for 24 hours`]]),
      ...(recoveryUrl === null
        ? []
        : [['recover', `${recoveryUrl}\n           sets a new password; works once, for an hour`]]),
      ['API', `${url}/api/docs`],
      ['stop', 'Ctrl-C'],
    ]
    output.error(
      `The hub is ready\n${rows.map(([name = '', value]) => `  ${name.padEnd(9)}${value}`).join('\n')}\n`,
    )
    await Promise.race([hub.idle, aborted(signal)])
    await hub.close()
    return ok(0)
  },
})

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((stopped) => {
    if (signal.aborted) stopped()
    signal.addEventListener('abort', () => stopped(), { once: true })
  })
