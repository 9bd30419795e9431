import { join } from 'node:path'
import { createHubClient } from '@assay/sdk'
import { ok, type Result } from '@assay/core'
import type { CommandContext } from '../command.ts'
import { commandOfThisProcess, fillHub } from '../compose-hub.ts'
import type { Workspace } from '../workspace.ts'
import { freePort, startBackgroundHub, stopBackgroundHub } from './background-hub.ts'
import { fillDemoHub } from './demo-hub.ts'
import { demoNames, sayStep } from './demo-steps.ts'

const port = 7777
const idleMinutes = 60

/**
 * Fills the demo's hub and starts it behind this command. Returns the link to its open release review; at first through the
 * page that makes whoever follows it the hub's owner.
 */
export async function openDemoHub(workspace: Workspace, context: CommandContext): Promise<Result<string>> {
  const dataFolder = join(workspace.folder, '.assay', 'demo-hub')
  await stopBackgroundHub(dataFolder)
  sayStep(context, 'hub', 'opening, the first time takes some seconds')
  const page = await fillHub(dataFolder, context, ({ url, key }) => {
    return fillDemoHub(workspace, { url, client: createHubClient({ url, key }) }, demoNames(null), context)
  })
  if (!page.ok) return page
  const command = commandOfThisProcess()
  const options = { dataFolder, port: await freePort(port), idleMinutes, command }
  const started = await startBackgroundHub(options, context)
  if (!started.ok) return started
  const { url, setupUrl, pid } = started.value
  sayStep(
    context,
    'hub',
    `runs as process ${pid}, stops by itself after ${idleMinutes} minutes without a visitor`,
  )
  return ok(setupUrl === null ? `${url}${page.value}` : `${setupUrl}&next=${encodeURIComponent(page.value)}`)
}
