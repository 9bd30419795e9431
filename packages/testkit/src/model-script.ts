/** One chat completion as the server received it. */
export interface ScriptedRequest {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Readonly<Record<string, unknown>>
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  /** Text of the last message. */
  readonly prompt: string
  /** `response_format.json_schema.name`, when the caller asked for one. */
  readonly schemaName: string | null
}

interface ReplyTraits {
  /** Wait before anything is sent. */
  readonly delayMs?: number
  /** Wait before each streamed chunk after the first. */
  readonly chunkDelayMs?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Returned model id; absent: the requested one. */
  readonly model?: string
  readonly fingerprint?: string
  /** Absent: words are counted as tokens. */
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number }
}

/** How one chat completion is answered. A string is a text. */
export type ScriptedReply =
  | string
  | (ReplyTraits & { readonly text: string; readonly chunks?: readonly string[] })
  /** The text of the answer is this value as JSON. */
  | (ReplyTraits & { readonly json: unknown })
  /** Stopped by the content filter, with this text. */
  | (ReplyTraits & { readonly refusal: string })
  /** Cut off at the output limit (finish reason `length`). */
  | (ReplyTraits & { readonly truncated: string })
  /** Any status: 429 with `retry-after`, 500, 503. */
  | (ReplyTraits & { readonly status: number; readonly body?: unknown })
  /** These bytes are the whole body, with status 200: a broken JSON envelope, an empty body. */
  | (ReplyTraits & { readonly rawBody: string })
  /** The connection is cut without an answer. */
  | (ReplyTraits & { readonly disconnect: true })
  /** Never answered; the connection stays open until the client or `close` ends it. */
  | (ReplyTraits & { readonly hang: true })

export type ModelScript = (
  request: ScriptedRequest,
  callIndex: number,
) => ScriptedReply | Promise<ScriptedReply>
