import type { CheckUse } from '@assay/contracts'
import { fillTemplate, toText, UnsupportedTemplate } from './fill-template.ts'
import type { FunctionSources } from './function-sources.ts'
import { mapGradedAssertion, type MappedCheck } from './map-graded-assertion.ts'
import type { PromptfooAssertion } from './promptfoo-config.ts'

/** What a value of an assertion is filled from, and where inline functions are collected. */
export interface AssertionContext {
  readonly vars: Readonly<Record<string, unknown>>
  readonly functions: FunctionSources
}

type Mapping = (assertion: PromptfooAssertion, context: AssertionContext) => CheckUse | string

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
    given: { references: Array.isArray(value) ? value.map(toText) : [toText(value)] },
    threshold,
  }),
  javascript: ({ value, threshold }, { functions, vars }) =>
    mapFunction(functions.addJavaScript(value), vars, threshold),
  python: ({ value, threshold }, { functions, vars }) =>
    mapFunction(functions.addPython(value), vars, threshold),
  webhook: ({ value }) => ({ check: 'webhook', parameters: { url: toText(value) } }),
  'is-valid-openai-tools-call': () => 'give the schemas of the tools to the check tool-arguments-valid',
  'is-valid-function-call': () => 'give the schemas of the tools to the check tool-arguments-valid',
}

const mapFunction = (
  where: string | null,
  vars: Readonly<Record<string, unknown>>,
  threshold: number | undefined,
): CheckUse | string =>
  where === null
    ? 'its code stands in another file than a plain one'
    : {
        check: 'function',
        parameters: { function: where, parameters: { vars } },
        ...(threshold === undefined ? {} : { threshold }),
      }

/** The check that says the same as an assertion, or the reason why there is none; values are filled from the variables of the test. */
export function mapAssertion(assertion: PromptfooAssertion, context: AssertionContext): MappedCheck | string {
  const isNot = assertion.type.startsWith('not-')
  const type = isNot ? assertion.type.slice('not-'.length) : assertion.type
  if (assertion.transform !== undefined) return 'it transforms the output; set `on` to a JSONPath instead'
  if (assertion.contextTransform !== undefined) return 'it transforms the context'
  try {
    const filled = { ...assertion, type, value: fillValue(assertion.value, context.vars) }
    const mapped = mapGradedAssertion(filled, context.vars) ?? mapDeterministic(filled, context)
    return typeof mapped === 'string' ? mapped : { ...mapped, use: decorate(mapped.use, assertion, isNot) }
  } catch (error) {
    if (error instanceof UnsupportedTemplate) return `its value ${error.message}`
    throw error
  }
}

function mapDeterministic(assertion: PromptfooAssertion, context: AssertionContext): MappedCheck | string {
  const mapping = Object.hasOwn(mappings, assertion.type) ? mappings[assertion.type] : undefined
  if (mapping === undefined) return 'there is no such check'
  const mapped = mapping(assertion, context)
  return typeof mapped === 'string' ? mapped : { use: mapped }
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
