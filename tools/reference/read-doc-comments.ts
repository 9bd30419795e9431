import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const sources = fileURLToPath(new URL('../../packages/contracts/src', import.meta.url))

/** The comments over the contracts' schemas and their fields, by schema and path: `testCaseSchema` → `history`; its own: ''. */
export type DocComments = ReadonlyMap<string, ReadonlyMap<string, string>>

export function readDocComments(): DocComments {
  const schemas = new Map<string, ReadonlyMap<string, string>>()
  const references = new Map<string, Map<string, string>>()
  for (const file of globSync(`${sources}/*.ts`, { exclude: (name) => name.endsWith('.data.ts') })) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    source.forEachChild((node) => {
      if (!ts.isVariableStatement(node)) return
      for (const { name, initializer } of node.declarationList.declarations) {
        if (initializer === undefined) continue
        const found = { comments: new Map([['', commentOf(node)]]), schemas: new Map<string, string>() }
        readObject(initializer, '', found)
        schemas.set(name.getText(), found.comments)
        references.set(name.getText(), found.schemas)
      }
    })
  }
  return new Map([...schemas.keys()].map((name) => [name, expand(name, { schemas, references })]))
}

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map((each) => ts.getTextOfJSDocComment(each.comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')

interface Found {
  readonly comments: Map<string, string>
  /** Which other schema stands at a path. */
  readonly schemas: Map<string, string>
}

/** Walks `z.object({ … })` and what is called on it; a list's fields stand under `name[]`. */
function readObject(node: ts.Node, prefix: string, found: Found): void {
  if (ts.isPropertyAssignment(node)) {
    const path = `${prefix}${node.name.getText()}`
    const comment = commentOf(node)
    if (comment !== '') found.comments.set(path, comment)
    const inner = /^z\s*\.array\(/.test(node.initializer.getText()) ? `${path}[].` : `${path}.`
    const [schema] = /\b\w+Schema\b/.exec(node.initializer.getText()) ?? []
    if (schema !== undefined) found.schemas.set(inner, schema)
    readObject(node.initializer, inner, found)
    return
  }
  node.forEachChild((child) => readObject(child, prefix, found))
}

interface Read {
  readonly schemas: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly references: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** The comments of a schema and of the schemas it names, under their paths. */
function expand(name: string, read: Read): ReadonlyMap<string, string> {
  const own = read.schemas.get(name) ?? new Map<string, string>()
  const inner = [...(read.references.get(name) ?? [])].flatMap(([prefix, other]) =>
    [...expand(other, read)].map(
      ([path, comment]) =>
        [path === '' ? prefix.replace(/(?:\[\])?\.$/, '') : `${prefix}${path}`, comment] as const,
    ),
  )
  return new Map([...inner, ...own])
}
