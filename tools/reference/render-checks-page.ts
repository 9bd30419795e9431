import { describeParameters } from '../../packages/cli/src/checks/describe-parameters.ts'
import { checkDefinitions } from '../../packages/core/src/checks/check-definitions.ts'
import type { Check, CheckExample } from '../../packages/core/src/checks/check.ts'
import { code, generatedNote, renderPage, renderTable } from './markdown.ts'

/** Every check: what it measures, what it takes, an example that a test runs. */
export function renderChecksPage(): string {
  const byKind = Map.groupBy(checkDefinitions, ({ kind }) => kind)
  return renderPage([
    '# Checks',
    generatedNote,
    `How checks are used: [check answers by your own rules](../how-to/check-answers-by-your-own-rules.md). Each may be negated
(\`not\`), advisory (\`required: false\`), weighted, given a threshold and a name, and set on any part of a case by a JSONPath
(\`on\`). A check says pass, fail, error (something broke), not judged, or not applicable; the last three are in no rate.`,
    renderTable(
      ['check', 'kind', 'title', 'cost'],
      checkDefinitions.map(({ id, kind, title, cost }) => [`[${code(id)}](#${id})`, kind, title, cost]),
    ),
    ...[...byKind].flatMap(([kind, checks]) => [`## ${toTitle(kind)}`, ...checks.flatMap(describeCheck)]),
  ])
}

const toTitle = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`

function describeCheck(check: Check): readonly string[] {
  const parameters = describeParameters(check)
  const [example] = check.examples
  return [
    `### ${check.id}`,
    `**${check.title}.** ${check.measures}${check.limits === undefined ? '' : ` *Mind:* ${check.limits}`}`,
    `Reads ${check.reads.join(', ') || 'the case as a whole'}. Gives ${describeScore(check)}. Cost: ${check.cost}.`,
    ...(parameters.length === 0
      ? []
      : [
          renderTable(
            ['parameter', '', 'what it is'],
            parameters.map(({ name, type, description }) => [code(name), type.slice(1, -1), description]),
          ),
        ]),
    ...(example === undefined ? [] : [describeExample(example)]),
  ]
}

function describeScore({ better, threshold }: Check): string {
  if (better === undefined) return 'pass or fail'
  const end = `a score, ${better} is better`
  return threshold === undefined
    ? `${end}; any passes unless a threshold is set`
    : `${end}; passes ${better === 'higher' ? 'from' : 'up to'} ${threshold}, a starting value of ours`
}

const describeExample = ({ case: checkCase, parameters, outcome, score }: CheckExample): string =>
  [
    '```json',
    JSON.stringify({ case: checkCase, ...(parameters && { parameters }) }, null, 1).replaceAll(/\n\s*/g, ' '),
    '```',
    '',
    `→ ${outcome}${score === undefined ? '' : `, score ${Number(score.toFixed(4))}`}`,
  ].join('\n')
