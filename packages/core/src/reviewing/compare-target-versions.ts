import type { DocumentBody, WhatChanged } from '@assay/contracts/hub'
import { compareTargetSettings } from '../evaluation/compare-target-settings.ts'

type TargetBody = DocumentBody<'target'>

/** One version of a target, with what its links lead to in words; `null`: it links nothing, or what it links is gone. */
export interface TargetVersion {
  readonly body: TargetBody
  /** "answers version 4". */
  readonly prompt: { readonly name: string; readonly words: string } | null
  /** "handbook version 2". */
  readonly knowledgeBase: string | null
}

/** Everything that decides how a target answers and is not the same in both versions. All of it is what somebody changed. */
export function compareTargetVersions(before: TargetVersion, after: TargetVersion): readonly WhatChanged[] {
  const settings = compareTargetSettings(asConfigured(before), asConfigured(after))
  return [
    ...told('model', before.body.model, after.body.model),
    ...told('prompt', before.prompt?.name, after.prompt?.name),
    ...told('prompt text', before.prompt?.words, after.prompt?.words),
    ...each('parameter', before.body.parameters, after.body.parameters),
    ...each('retrieval', before.body.retrieval, after.body.retrieval),
    ...told('knowledge base', before.knowledgeBase, after.knowledgeBase),
    ...settings.map(({ what, a, b }) => ({ what, before: a, after: b, effect: 'intended' as const })),
    ...told('code revision', before.body.codeRevision, after.body.codeRevision),
    ...each('metadata', before.body.metadata, after.body.metadata),
  ]
}

const asConfigured = ({ body: { connection } }: TargetVersion) => ({
  target: { name: '', kind: connection.kind, version: null, settings: connection },
})

type Value = string | number | boolean | null | undefined

function told(what: string, before: Value, after: Value): readonly WhatChanged[] {
  const [was, is] = [toWords(before), toWords(after)]
  return was === is ? [] : [{ what, before: was, after: is, effect: 'intended' }]
}

function each(
  of: string,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): readonly WhatChanged[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => told(`${of} ${key}`, before[key], after[key]))
}

const toWords = (value: Value): string =>
  value === undefined || value === null || value === '' ? 'not set' : String(value)
