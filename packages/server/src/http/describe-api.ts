import { errorCatalogue } from '@assay/contracts'
import { endpoints, problemSchema, type Endpoint } from '@assay/contracts/hub'
import { createSchemaCollector, type SchemaCollector } from './collect-schemas.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of every endpoint, from the contract's own rows and schemas. */
export function describeApi(version: string): Json {
  const collector = createSchemaCollector()
  const paths: Record<string, Record<string, Json>> = {}
  for (const [id, endpoint] of Object.entries(endpoints as Readonly<Record<string, Endpoint>>)) {
    const operations = paths[endpoint.path] ?? {}
    operations[endpoint.method.toLowerCase()] = describeEndpoint(id, endpoint, collector)
    paths[endpoint.path] = operations
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Assay hub', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key: `assay_…`' },
        session: { type: 'apiKey', in: 'cookie', name: 'assay.session_token' },
      },
      schemas: { Problem: collector.toJsonSchema(problemSchema, 'output'), ...collector.schemas },
      responses: {
        Problem: {
          description: `RFC 9457 problem details; codes: ${hubCodes()}`,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function describeEndpoint(id: string, endpoint: Endpoint, collector: SchemaCollector): Json {
  const { tag, summary, access, body } = endpoint
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: describeAccess(endpoint),
    ...(access === 'public' ? { security: [] } : {}),
    parameters: [
      ...pathParameters(endpoint),
      ...queryParameters(endpoint, collector),
      ...headerParameters(endpoint),
    ],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: collector.toJsonSchema(body, 'input') } },
          },
        }),
    responses: {
      ...describeAnswer(endpoint, collector),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** Who may call it, in words. */
export function describeAccess({ access }: Pick<Endpoint, 'access'>): string {
  if (access === 'public') return 'Open to everybody.'
  if (access === 'signed-in') return 'Open to whoever is signed in.'
  const [scope, right] = access.split(':')
  return `Needs the right \`${right}\` in the ${scope}.`
}

const pathParameters = ({ path }: Endpoint): readonly Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1 },
  }))

function queryParameters({ query }: Endpoint, collector: SchemaCollector): readonly Json[] {
  if (query === undefined) return []
  const schema = collector.toJsonSchema(query, 'input')
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : [])
  return Object.entries(isJson(schema['properties']) ? schema['properties'] : {}).map(([name, value]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: value,
  }))
}

function headerParameters({ method, revision }: Endpoint): readonly Json[] {
  const text = { type: 'string' }
  if (revision === 'required')
    return [
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        description: 'The ETag that was read',
        schema: { ...text, pattern: '^(W/)?"\\d{1,9}"$' },
      },
    ]
  const description = 'The same key makes the same request only once, for 24 hours'
  return method === 'POST'
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description,
          schema: { ...text, maxLength: 200 },
        },
      ]
    : []
}

function describeAnswer({ answer, status, mediaType, revision }: Endpoint, collector: SchemaCollector): Json {
  if (answer.def.type === 'void') return { '204': { description: 'Done' } }
  const schema = mediaType === undefined ? collector.toJsonSchema(answer, 'output') : { type: 'string' }
  return {
    [status ?? 200]: {
      description: status === 202 ? 'Taken on; it is done in the background' : 'Done',
      ...(revision === undefined ? {} : { headers: { ETag: { schema: { type: 'string' } } } }),
      content: { [mediaType ?? 'application/json']: { schema } },
    },
  }
}

const hubCodes = (): string =>
  Object.entries(errorCatalogue)
    .filter(([code]) => code.startsWith('ASSAY-9'))
    .map(([code, { title, httpStatus }]) => `${code} (${httpStatus}, ${title})`)
    .join('; ')

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
