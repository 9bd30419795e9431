/** What every target is given by who composes the program. */
export interface TargetDependencies {
  /** Used when the configuration names none. */
  readonly name: string
  /** Looks up an environment variable. */
  readonly env: (name: string) => string | undefined
  /** Absolute folder that relative paths start from: where `assay.yaml` stands. */
  readonly folder: string
  readonly fetch?: typeof fetch
}
