import { textOption } from '../options/option-schemas.ts'

/** Which hub, for every command that sends or fetches something. */
export const hubOptions = {
  hub: textOption('Address of the hub (default: hub.url of assay.yaml, ASSAY_HUB_URL); none: no hub', 'url'),
  hubProject: textOption(
    'Project of the hub, by name or id (default: hub.project, else the only one the key may see)',
    'project',
  ),
} as const
