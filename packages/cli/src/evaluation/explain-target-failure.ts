import { errorCatalogue, type AssayError, type ErrorCode, type TargetConfiguration } from '@assay/contracts'

type Kind = TargetConfiguration['kind']

/** What `assay target test` says of a failure: with what the target itself said, and a remedy for its kind. */
export function explainTargetFailure(error: AssayError, kind: Kind): AssayError {
  const row = errorCatalogue[error.code]
  const said = error.detail === undefined ? '' : gist(error.detail, kind)
  const isPlain = error.code.startsWith('ASSAY-4') && error.message === row.title && said !== ''
  const thrown = kind === 'module' && error.code === 'ASSAY-4003' ? `The target threw ${said}` : null
  const fix = error.fix === row.help ? (fixes[error.code]?.[kind] ?? error.fix) : error.fix
  return {
    ...error,
    ...(isPlain ? { message: thrown ?? `${error.message}: ${said}` } : {}),
    ...(fix === undefined ? {} : { fix }),
  }
}

const maxCharacters = 200

/** The line of a stack trace or of an output that says what went wrong. A Python trace and an output end with it. */
function gist(detail: string, kind: Kind): string {
  const lines = detail
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const raised = kind === 'module' ? lines.find((line) => /^\w*(?:Error|Exception)\b/.test(line)) : undefined
  const line = raised ?? (kind === 'python' || kind === 'command' ? lines.at(-1) : lines[0]) ?? ''
  return line.length > maxCharacters ? `${line.slice(0, maxCharacters)}…` : line
}

const forHttp = 'check its url, headers and body in assay.yaml; --verbose shows all that came back'
const asAnswer = 'a string, or an object with text, answer or message'

const fixes: Readonly<Partial<Record<ErrorCode, Partial<Record<Kind, string>>>>> = {
  'ASSAY-4003': {
    module: 'mend the function; --verbose shows where it threw',
    python: 'mend the function; --verbose shows where it raised',
    command: 'mend the command; --verbose shows what it printed',
    http: forHttp,
    openai: 'check its url, model and key in assay.yaml; --verbose shows all that came back',
  },
  'ASSAY-4004': {
    module: `let the function return ${asAnswer}`,
    python: `let the function return ${asAnswer}`,
    command: 'let it print the answer as text, or as a JSON object with text, answer or message',
    http: 'mend answerPath and the other response paths in assay.yaml; --verbose shows what came back',
    openai: 'check that its url is a chat endpoint; --verbose shows what came back',
  },
  'ASSAY-4006': {
    module:
      'mend the path or the module: it must load and export the function (answer, unless another is named)',
    python: 'mend the file or the name: it must load and define the function',
    http: 'mend the setting that is named here',
    openai: 'mend the setting that is named here',
  },
  'ASSAY-4007': {
    recorded: 'ask what it holds: --question "…" as it stands in the file',
  },
}
