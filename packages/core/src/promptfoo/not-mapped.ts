/** A part of a configuration that has no counterpart: named with its reason, never dropped silently. */
export interface NotMapped {
  readonly what: string
  readonly where: string
  readonly reason: string
}
