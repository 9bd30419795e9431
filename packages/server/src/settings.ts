/** How a hub is started. The command line fills it from its options and the environment. */
export interface HubSettings {
  /** Folder of everything it keeps. */
  readonly dataFolder: string
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** How people reach it, such as `https://assay.example`; default: host and port. */
  readonly publicUrl: string | null
  /** Absent: PGlite in the data folder. */
  readonly postgresUrl: string | null
  /** Absent: chdb in the data folder. */
  readonly clickhouseUrl: string | null
  /** Base64 of 32 bytes; absent: a file of mode 0600 in the data folder. */
  readonly secretKey: string | null
  /** Targets that run a command or code on the hub's machine. */
  readonly allowLocalTargets: boolean
  /** Hosts or networks (CIDR) that may be called although they are private. */
  readonly allowAddresses: readonly string[]
  /** Evaluations this process works on at once; 0: it only answers. */
  readonly workers: number
  /** Starts the command line in a worker's process: program and arguments before the command. */
  readonly command: readonly string[]
  /** What a worker's process gets of the hub's own environment: where programs, certificates and models are. Absent: nothing. */
  readonly workerEnvironment?: Readonly<Record<string, string>>
  /** Folder of the built pages; `null`: API alone. */
  readonly pagesFolder: string | null
  /** OIDC providers people may sign in with. */
  readonly oidc: readonly OidcProvider[]
  readonly smtpUrl: string | null
  /** `idle` of the running hub resolves after so long without a request; `null`: never. */
  readonly stopWhenIdleMinutes: number | null
  readonly version: string
  /** Addresses or networks (CIDR) of reverse proxies whose `X-Forwarded-For` is believed; absent: none. */
  readonly trustedProxies?: readonly string[]
}

export interface OidcProvider {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}
