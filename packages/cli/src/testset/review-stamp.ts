import type { ReviewStamp } from '@assay/core/testsets'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'

/** Who reviews: --by, else the user of the machine. */
export const createStamp = (
  { clock }: Workspace,
  { env }: CommandContext,
  by: string | undefined,
): ReviewStamp => ({
  by: by ?? env('USER') ?? env('USERNAME') ?? 'unknown',
  at: new Date(clock.now()).toISOString(),
})
