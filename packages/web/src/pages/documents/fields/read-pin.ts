/** A thing of the project in one of its versions. */
export interface Pin {
  readonly id: string
  readonly version: number
}

export function readPin(value: unknown): Pin | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, version } = value as Partial<Record<keyof Pin, unknown>>
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null
}
