import type { QuestionType, TestCase } from '@assay/contracts'
import type { ImportTools } from './exchange-format.ts'
import { tellLanguage } from './tell-language.ts'

/** What an importer found; the rest takes its default. */
export interface ImportedFields extends Partial<Omit<TestCase, 'id' | 'provenance'>> {
  readonly id?: string | undefined
  readonly question: string
  /** `raget`, `csv`, … */
  readonly format: string
}

/** A case from what a foreign format says of it. Without an id it gets one from its texts, so that a second import gives the same. */
export function createImportedCase({ format, ...fields }: ImportedFields, tools: ImportTools): TestCase {
  const { question, history = [], referenceAnswer = '', type = 'simple' } = fields
  const id =
    fields.id ?? `imp-${tools.hash(JSON.stringify([question, history, referenceAnswer])).slice(0, 12)}`
  return {
    referenceClaims: [],
    referenceContexts: [],
    topic: null,
    language: tellLanguage({ question, referenceAnswer, history }, tools),
    clusterKey: id,
    tags: [],
    validity: {},
    status: 'active',
    level: levelOf(type),
    ...fields,
    id,
    history,
    referenceAnswer,
    type,
    provenance: { generator: `import:${format}` },
  }
}

const levelOf = (type: QuestionType): TestCase['level'] =>
  type === 'complex' || type === 'distracting' ? type : 'easy'
