export interface UserCodeDependencies {
  /** Absolute folder that paths start from and that functions may read: where `assay.yaml` stands. */
  readonly folder: string
  /** Looks up an environment variable. */
  readonly env: (name: string) => string | undefined
  /** Interpreter; default `python3`. */
  readonly python?: string
  /** Processes that run one file at one time. */
  readonly processesPerFile: number
  readonly fetch?: typeof fetch
}
