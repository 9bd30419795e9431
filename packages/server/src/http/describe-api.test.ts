import { expect, test } from 'vitest'
import { endpoints } from '@assay/contracts/hub'
import { describeApi } from './describe-api.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody: {
    readonly content: { readonly 'application/json': { readonly schema: { required: string[] } } }
  }
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>
}

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, object>> & {
    readonly schemas: Record<string, { required: string[] }>
  }
}

const document = describeApi('1.2.3') as unknown as ApiDocument
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('describes every endpoint of the contract once', () => {
  expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(
    Object.keys(endpoints).toSorted(),
  )
})

test('every reference leads to a component', () => {
  const text = JSON.stringify(document)
  const names = [...text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind = '', name = '']) => [
    kind,
    name,
  ])
  expect(names.length).toBeGreaterThan(50)
  for (const [kind = '', name = ''] of names) expect(document.components[kind]).toHaveProperty([name])
  expect(text).not.toContain('$defs')
})

test('every part of a path in braces is a parameter, and no other', () => {
  for (const { path, operation } of operations) {
    const declared = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name)
    expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  }
})

test('what needs the revision that was read says so', () => {
  const change = document.paths['/projects/{projectId}']!['patch']!
  expect(change.parameters.find(({ name }) => name === 'If-Match')).toMatchObject({
    in: 'header',
    required: true,
  })
  expect(change.responses['200']!.headers).toHaveProperty('ETag')
})

test('what may be left out in a request is not required of it, and always there in the answer', () => {
  const create = document.paths['/projects/{projectId}/test-sets']!['post']!
  expect(create.requestBody.content['application/json'].schema.required).toEqual(['name'])
  expect(document.components.schemas['TestSet']!.required).toContain('description')
})
