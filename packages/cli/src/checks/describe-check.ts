import type { Check, CheckExample } from '@assay/core/checks'
import { wrapText } from '../render/format/fit-text.ts'
import { describeParameters } from './describe-parameters.ts'

/** All a user needs to know of one check, for a terminal. */
export function describeCheck(check: Check, width: number): string {
  const paragraph = (text: string): readonly string[] => wrapText(text, width - 2).map((line) => `  ${line}`)
  const [example] = check.examples
  return [
    `${check.id}: ${check.title}`,
    ...paragraph(check.measures),
    ...(check.limits === undefined ? [] : paragraph(`Mind: ${check.limits}`)),
    '',
    `  reads      ${check.reads.join(', ') || 'the case as a whole'}`,
    `  gives      ${describeOutcome(check)}`,
    `  cost       ${check.cost}`,
    ...describeParameters(check).flatMap((row, index) => {
      const [first = '', ...rest] = wrapText(`${row.name} ${row.type}: ${row.description}`, width - 15)
      return [
        `  ${(index === 0 ? 'parameters' : '').padEnd(10)} ${first}`,
        ...rest.map((line) => `${' '.repeat(15)}${line}`),
      ]
    }),
    ...(example === undefined ? [] : ['', ...describeExample(check.id, example)]),
  ].join('\n')
}

function describeOutcome({ better, threshold }: Check): string {
  if (better === undefined) return 'pass or fail'
  const end = better === 'higher' ? 'higher is better' : 'lower is better'
  return threshold === undefined
    ? `a score, ${end}; it passes unless a threshold is set`
    : `a score, ${end}; passes ${better === 'higher' ? 'from' : 'up to'} ${threshold} (a starting value of ours)`
}

function describeExample(
  id: string,
  { case: checkCase, parameters = {}, outcome }: CheckExample,
): readonly string[] {
  const options = Object.entries(parameters).map(
    ([key, value]) => ` --param '${key}=${JSON.stringify(value)}'`,
  )
  return [
    `  example    echo '${JSON.stringify(checkCase)}' \\`,
    `               | assay check run ${id}${options.join('')}`,
    `             → ${outcome}`,
  ]
}
