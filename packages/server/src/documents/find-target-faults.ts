import type { DocumentBody } from '@assay/contracts/hub'
import { createTarget } from '@assay/connectors/targets'
import { createAddressPolicy } from '@assay/connectors/network'
import { findPathFault } from '@assay/core/json-path'
import type { FieldFault } from '../http/to-problem.ts'
import type { HubSettings } from '../settings.ts'

type TargetBody = DocumentBody<'target'>
type TargetRules = Pick<HubSettings, 'allowLocalTargets' | 'allowAddresses' | 'dataFolder'>

/** What forbids a target, with pointers within its body. Nothing is called: where a name leads is seen by who calls it. */
export async function findTargetFaults(
  { connection }: TargetBody,
  rules: TargetRules,
): Promise<readonly FieldFault[]> {
  if (connection.kind !== 'http' && connection.kind !== 'openai')
    return rules.allowLocalTargets
      ? []
      : [
          {
            pointer: '/connection/kind',
            message: `a ${connection.kind} target runs on the hub's machine: start the hub with --allow-local-targets, or reach it by http`,
          },
        ]
  const address = findAddressFault(connection.url, rules)
  if (address !== null) return [{ pointer: '/connection/url', message: address }]
  const paths = findPathFaults(connection)
  if (paths.length > 0) return paths
  // Templates, paths and headers are read as they will be; whether a secret is there is seen when it is asked.
  const opened = await createTarget(connection, {
    name: 'target',
    env: () => 'set',
    folder: rules.dataFolder,
  })
  if (opened.ok) {
    await opened.value.close()
    return []
  }
  const { code, message, where, fix } = opened.error
  return code === 'ASSAY-1008'
    ? [
        {
          pointer: `/connection/${(where ?? 'headers').replace('.', '/')}`,
          message: 'a secret stands here: set it as a secret of the project and write ${ITS_NAME}',
        },
      ]
    : [
        {
          pointer: '/connection',
          message: [message, where, fix].filter((part) => part !== undefined).join(': '),
        },
      ]
}

/** A path that is cut off finds nothing and says nothing: it is read here. */
const findPathFaults = (connection: object): readonly FieldFault[] =>
  Object.entries(connection).flatMap(([key, path]) => {
    const fault = key.endsWith('Path') && typeof path === 'string' ? findPathFault(path) : null
    return fault === null ? [] : [{ pointer: `/connection/${key}`, message: fault }]
  })

const variable = /\{\{.*?\}\}|\{%.*?%\}/gs

function findAddressFault(url: string, { allowAddresses }: TargetRules): string | null {
  const [one, other] = ['a', 'b'].map((text) => url.replaceAll(variable, text))
  if (one === undefined || other === undefined || !URL.canParse(one)) return 'it is no address'
  const address = new URL(one)
  if (!/^https?:$/.test(address.protocol)) return 'only http and https are called'
  if (!URL.canParse(other) || new URL(other).origin !== address.origin)
    return 'a variable stands in its host: only the path and what follows may have any'
  if (address.username !== '' || address.password !== '')
    return 'a name or password stands in it: send it as a header with ${NAME} of a secret'
  return createAddressPolicy(allowAddresses).refuses(address)
    ? 'it is private, and may not be called from the hub: name a public address, or allow it with --allow-address'
    : null
}
