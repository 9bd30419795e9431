import { auditEntrySchema, type AuditEntry } from '@assay/contracts/hub'
import { createError, fail, ok, type Hash, type Result } from '@assay/core'
import { emptyChain, extendChain, type AuditChain } from '@assay/core/auditing'
import { formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { hubOptions } from '../hub/hub-options.ts'
import { requireHub, type HubChoice } from '../hub/open-hub.ts'
import { toAssayError } from '../hub/to-assay-error.ts'
import { textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import type { Workspace } from '../workspace.ts'

/** The hashes are computed here: a hub that was tampered with is not asked whether it was. */
export const command = defineCommand({
  arguments: [
    {
      name: 'file',
      description: 'An export of the log (JSON Lines; - for standard input); without one the hub is asked',
      required: false,
    },
  ],
  options: {
    noted: textOption('The last hash of an earlier look, which the log must still hold', 'hash'),
    ...hubOptions,
  },
  examples: ['assay hub audit', 'assay hub audit audit.jsonl --noted 9f2c…'],
  async run({ arguments: [file], options }, context) {
    const noted = readHash(options.noted)
    if (!noted.ok) return noted
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const log =
      file === undefined ? await fetchLog(workspace, options, context) : await openLog(workspace, file)
    if (!log.ok) return log
    const read = await readChain(workspace.hash, log.value, noted.value)
    if (!read.ok) return read
    const { chain, holdsNoted } = read.value
    const fault = findFault(chain, noted.value !== null && !holdsNoted, log.value.name)
    if (fault !== null) return fail(fault)
    present(context, chain, describe(chain))
    return ok(0)
  },
})

interface Log {
  readonly name: string
  readonly lines: AsyncIterable<string> | Iterable<string>
}

const readHash = (text: string | undefined): Result<string | null> =>
  text === undefined || /^[0-9a-f]{64}$/.test(text)
    ? ok(text ?? null)
    : fail(
        createError('ASSAY-1001', {
          message: `--noted ${text} is not the hash of an entry`,
          fix: 'give all 64 hexadecimal digits, as this command prints them',
        }),
      )

async function openLog(workspace: Workspace, file: string): Promise<Result<Log>> {
  const lines = await workspace.readLines(file)
  return lines.ok ? ok({ name: file === '-' ? 'standard input' : file, lines: lines.value }) : lines
}

async function fetchLog(
  workspace: Workspace,
  options: HubChoice,
  context: CommandContext,
): Promise<Result<Log>> {
  const hub = await requireHub(workspace, options, context)
  if (!hub.ok) return hub
  const { client, url } = hub.value
  try {
    const text = await client.exportAudit({}, { signal: context.signal })
    return ok({ name: url, lines: text.split('\n') })
  } catch (error) {
    return fail(toAssayError(error, url))
  }
}

interface ReadChain {
  readonly chain: AuditChain
  readonly holdsNoted: boolean
}

async function readChain(hash: Hash, { name, lines }: Log, noted: string | null): Promise<Result<ReadChain>> {
  let chain = emptyChain
  let holdsNoted = false
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const entry = readEntry(line, `${name}, line ${number}`)
    if (!entry.ok) return entry
    chain = extendChain(hash, chain, entry.value)
    if (chain.brokenAt !== null) break
    holdsNoted ||= chain.lastHash === noted
  }
  return ok({ chain, holdsNoted })
}

/** As it stands in the line: a hub of a later version may write what this one does not know, and its hash covers that too. */
function readEntry(line: string, where: string): Result<AuditEntry> {
  try {
    const value: unknown = JSON.parse(line)
    const parsed = auditEntrySchema.safeParse(value)
    if (parsed.success) return ok(Object.assign(parsed.data, value))
  } catch {
    // Told below.
  }
  return fail(
    createError('ASSAY-9022', {
      message: 'A line is no entry of an audit log',
      where,
      fix: 'give an export as the hub wrote it: GET /api/v1/audit/export',
    }),
  )
}

function findFault({ brokenAt, entries }: AuditChain, lacksNoted: boolean, name: string) {
  if (brokenAt !== null)
    return createError('ASSAY-9022', {
      message: `The audit log was altered: entry ${brokenAt} does not follow from what stands before it`,
      where: `${name}; ${formatCounted(entries, 'entry', 'entries')} before it fit`,
    })
  if (lacksNoted)
    return createError('ASSAY-9022', {
      message:
        'The audit log is whole, and is not the one whose hash was noted: entries at its end are gone, or all were written anew',
      where: `${name}; ${formatCounted(entries, 'entry', 'entries')}`,
    })
  return null
}

const describe = ({ entries, lastHash }: AuditChain): string =>
  lastHash === null
    ? 'The audit log is empty.'
    : [
        `${formatCounted(entries, 'entry', 'entries')}, each as it was written.`,
        `  last hash  ${lastHash}`,
        '  note it outside the hub; next time: assay hub audit --noted HASH',
      ].join('\n')
