import type * as z from 'zod'
import type { Right } from './rights.ts'

/** Who may call: everybody, whoever is signed in, or who holds the right in the organisation or in the project of the path. */
export type Access = 'public' | 'signed-in' | `organisation:${Right}` | `project:${Right}`

/**
 * One endpoint below `/api/v1`. Routes, access, OpenAPI and the SDK follow from these rows: a path that is not a row does
 * not exist. Parts of a path in braces are its parameters.
 */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: Path
  /** Heading of the API's documentation. */
  readonly tag: string
  readonly summary: string
  readonly access: Access
  readonly query?: Query
  readonly body?: Body
  /** `z.void()`: 204 without a body. */
  readonly answer: Answer
  /** Default 200. */
  readonly status?: 201 | 202
  /** The answer has a `revision`, sent as ETag; `required`: the caller must send it back as If-Match. */
  readonly revision?: 'sent' | 'required'
  /** Changes nothing people decide on: runs' rows, trials, reading by POST. */
  readonly unaudited?: true
  /** Anything but JSON. */
  readonly mediaType?: 'application/x-ndjson' | 'text/event-stream' | 'application/octet-stream'
}

/** Keeps the row's own types. */
export const endpoint = <
  const Path extends string,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodType,
>(
  row: Endpoint<Path, Query, Body, Answer>,
): Endpoint<Path, Query, Body, Answer> => row

/** Names in braces of a path. */
export type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never

type Part<Name extends string, Value> = [undefined] extends [Value]
  ? unknown
  : { readonly [K in Name]: Value }

/** What a caller passes. */
export type EndpointInput<E> =
  E extends Endpoint<infer Path, infer Query, infer Body>
    ? ([PathParameter<Path>] extends [never] ? unknown : { readonly [K in PathParameter<Path>]: string }) &
        Part<'query', z.input<Query>> &
        Part<'body', z.input<Body>>
    : never

/** What a handler reads: defaults filled in. */
export type EndpointRequest<E> =
  E extends Endpoint<infer Path, infer Query, infer Body>
    ? {
        readonly params: { readonly [K in PathParameter<Path>]: string }
        readonly query: z.output<Query>
        readonly body: z.output<Body>
      }
    : never

export type EndpointAnswer<E> =
  E extends Endpoint<string, z.ZodType, z.ZodType, infer Answer> ? z.output<Answer> : never
