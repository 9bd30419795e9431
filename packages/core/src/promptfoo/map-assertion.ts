import type { CheckUse } from '@assay/contracts'
import { fillTemplate, toText, UnsupportedTemplate } from './fill-template.ts'
import type { FunctionSources } from './function-sources.ts'
import type { PromptfooAssertion } from './promptfoo-config.ts'

/** What a value of an assertion is filled from, and where inline functions are collected. */
export interface AssertionContext {
  readonly vars: Readonly<Record<string, unknown>>
  readonly functions: FunctionSources
}

/** The check that says the same, or the reason why there is none. */
export type MappedAssertion = CheckUse | string

type Mapping = (assertion: PromptfooAssertion, context: AssertionContext) => MappedAssertion

const words = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.map(toText)
    : toText(value)
        .split(',')
        .map((word) => word.trim())

const contains =
  (need: 'all' | 'any', ignoreCase: boolean): Mapping =>
  ({ value }) => ({ check: 'contains', parameters: { phrases: words(value), need, ignoreCase } })

const one =
  (check: string, ignoreCase = false): Mapping =>
  ({ value }) => ({
    check,
    parameters: { phrases: [toText(value)], ...(ignoreCase ? { ignoreCase } : {}) },
  })

const schemaOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { parameters: { schema: value } } : {}

const otherScale =
  (check: string, why: string): Mapping =>
  () =>
    `${why}; set the check ${check} with a threshold on its own scale`

const bound =
  (check: string, parameter: string): Mapping =>
  ({ threshold }) =>
    threshold === undefined ? 'it has no threshold' : { check, parameters: { [parameter]: threshold } }

const asksModel =
  (why: string): Mapping =>
  () =>
    `${why}: a judge of a model; use a judge or write the check by hand`

/** By promptfoo's assertion type, without `not-`. What is absent has no counterpart. */
const mappings: Readonly<Record<string, Mapping>> = {
  equals: ({ value }) =>
    typeof value === 'object' && value !== null
      ? { check: 'json-diff', parameters: { expected: value } }
      : { check: 'equals', parameters: { expected: toText(value), normalise: false } },
  contains: one('contains'),
  icontains: one('contains', true),
  'contains-all': contains('all', false),
  'icontains-all': contains('all', true),
  'contains-any': contains('any', false),
  'icontains-any': contains('any', true),
  'starts-with': one('starts-with'),
  regex: ({ value }) => ({ check: 'regex', parameters: { pattern: toText(value) } }),
  'is-json': ({ value }) => ({ check: 'json', ...schemaOf(value) }),
  'contains-json': ({ value }) => ({ check: 'contains-json', ...schemaOf(value) }),
  'word-count': ({ value }) => {
    if (typeof value === 'number') return { check: 'word-count', parameters: { min: value, max: value } }
    return { check: 'word-count', parameters: { ...(typeof value === 'object' ? value : {}) } }
  },
  'is-refusal': () => ({ check: 'refusal', not: true }),
  latency: bound('latency', 'maxMs'),
  cost: bound('cost', 'maxUsd'),
  'finish-reason': ({ value }) => ({ check: 'finish-reason', parameters: { allowed: words(value) } }),
  levenshtein: otherScale('levenshtein', 'promptfoo counts edits, Assay gives a similarity from 0 to 1'),
  bleu: otherScale('bleu', "promptfoo's BLEU is its own, Assay's is sacreBLEU's from 0 to 100"),
  'rouge-n': otherScale('rouge-1', "promptfoo's ROUGE is js-rouge's, Assay's is rouge-score's"),
  meteor: otherScale('meteor', "promptfoo's METEOR has synonyms, Assay's has none"),
  similar: ({ value, threshold = 0.75 }) => ({
    check: 'embedding-similarity',
    parameters: { references: Array.isArray(value) ? value.map(toText) : [toText(value)] },
    threshold,
  }),
  javascript: ({ value, threshold }, { functions, vars }) =>
    mapFunction(functions.addJavaScript(value), vars, threshold),
  python: ({ value, threshold }, { functions, vars }) =>
    mapFunction(functions.addPython(value), vars, threshold),
  webhook: ({ value }) => ({ check: 'webhook', parameters: { url: toText(value) } }),
  'is-valid-openai-tools-call': () => 'give the schemas of the tools to the check tool-arguments-valid',
  'is-valid-function-call': () => 'give the schemas of the tools to the check tool-arguments-valid',
  'llm-rubric': asksModel('llm-rubric'),
  'g-eval': asksModel('g-eval'),
  factuality: asksModel('factuality'),
  'model-graded-closedqa': asksModel('model-graded-closedqa'),
  'answer-relevance': asksModel('answer-relevance'),
  'context-faithfulness': asksModel('context-faithfulness'),
  'context-recall': asksModel('context-recall'),
  'context-relevance': asksModel('context-relevance'),
}

const mapFunction = (
  where: string | null,
  vars: Readonly<Record<string, unknown>>,
  threshold: number | undefined,
): MappedAssertion =>
  where === null
    ? 'its code stands in another file than a plain one'
    : {
        check: 'function',
        parameters: { function: where, parameters: { vars } },
        ...(threshold === undefined ? {} : { threshold }),
      }

/** One assertion; values are filled from the variables of the test. */
export function mapAssertion(assertion: PromptfooAssertion, context: AssertionContext): MappedAssertion {
  const isNot = assertion.type.startsWith('not-')
  const type = isNot ? assertion.type.slice('not-'.length) : assertion.type
  if (assertion.transform !== undefined) return 'it transforms the output; set `on` to a JSONPath instead'
  const mapping = mappings[type]
  if (mapping === undefined) return 'there is no such check'
  try {
    const filled = { ...assertion, type, value: fillValue(assertion.value, context.vars) }
    const mapped = mapping(filled, context)
    return typeof mapped === 'string' ? mapped : decorate(mapped, assertion, isNot)
  } catch (error) {
    if (error instanceof UnsupportedTemplate) return `its value ${error.message}`
    throw error
  }
}

function decorate(use: CheckUse, { weight, metric: name }: PromptfooAssertion, isNot: boolean): CheckUse {
  const not = isNot !== (use.not ?? false)
  const { not: _, ...rest } = use
  return {
    ...rest,
    ...(not ? { not } : {}),
    ...(name === undefined ? {} : { name }),
    ...(weight === undefined ? {} : { weight }),
  }
}

function fillValue(value: unknown, vars: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === 'string') return value.startsWith('file://') ? value : fillTemplate(value, vars)
  if (Array.isArray(value)) return value.map((each) => fillValue(each, vars))
  return value
}
