import type { Evaluation } from '@assay/contracts/hub'

export type ControlAction = 'stop' | 'resume' | 'retry-errors' | 'check-again'

/** What may be asked of an evaluation: one that runs elsewhere is steered there. */
export function actionsOf({
  origin,
  status,
  progress,
}: Pick<Evaluation, 'origin' | 'status' | 'progress'>): readonly ControlAction[] {
  const isHubs = origin === 'hub'
  const isOpen = status === 'stopped' || status === 'pending' || status === 'failed'
  return [
    ...(isHubs && ['queued', 'running', 'pending'].includes(status) ? (['stop'] as const) : []),
    ...(isHubs && isOpen ? (['resume'] as const) : []),
    ...(isHubs && (isOpen || status === 'finished') && progress.errors > 0
      ? (['retry-errors'] as const)
      : []),
    ...(status === 'finished' && progress.done > 0 ? (['check-again'] as const) : []),
  ]
}
