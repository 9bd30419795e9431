/** Collects the code of inline assertions, to be written beside the configuration. */
export interface FunctionSources {
  /** `file:function` of the check, or `null` where the code cannot be taken over. */
  readonly addJavaScript: (value: unknown) => string | null
  readonly addPython: (value: unknown) => string | null
  /** File names and their texts. */
  readonly files: () => Readonly<Record<string, string>>
}

const javaScriptFile = 'promptfoo-functions.mjs'
const pythonFile = 'promptfoo_functions.py'

const javaScriptHead = `// Taken over from a promptfoo configuration: each gets the answer as \`output\` and \`context.vars\`.
const contextOf = ({ case: { input }, parameters }) => ({ vars: parameters.vars ?? {}, prompt: input })
`
const pythonHead = `# Taken over from a promptfoo configuration: each gets the answer as \`output\` and \`context["vars"]\`.
def context_of(given):
    return {"vars": given["parameters"].get("vars", {}), "prompt": given["case"].get("input", "")}
`

export function createFunctionSources(): FunctionSources {
  const javaScript: string[] = []
  const python: string[] = []
  return {
    addJavaScript(value) {
      if (typeof value !== 'string') return null
      const file = /^file:\/\/(.+\.(?:m?js|ts))$/.exec(value)?.[1]
      if (value.startsWith('file://') && file === undefined) return null
      const name = `assertion${javaScript.length + 1}`
      javaScript.push(file === undefined ? writeJavaScript(name, value) : importJavaScript(name, file))
      return `${javaScriptFile}:${name}`
    },
    addPython(value) {
      if (typeof value !== 'string' || value.startsWith('file://')) return null
      const name = `assertion_${python.length + 1}`
      python.push(writePython(name, value))
      return `${pythonFile}:${name}`
    },
    files: () => ({
      ...(javaScript.length === 0 ? {} : { [javaScriptFile]: `${javaScriptHead}\n${javaScript.join('\n')}` }),
      ...(python.length === 0 ? {} : { [pythonFile]: `${pythonHead}\n\n${python.join('\n\n')}` }),
    }),
  }
}

/** A single expression is returned; a body of several lines returns by itself, as in promptfoo. */
function writeJavaScript(name: string, code: string): string {
  const body =
    code.trim().includes('\n') || /^return\b/.test(code.trim()) ? code.trim() : `return (${code.trim()})`
  return `export async function ${name}(given) {
  const output = given.text
  const context = contextOf(given)
  ${body.replaceAll('\n', '\n  ')}
}
`
}

const importJavaScript = (name: string, file: string): string =>
  `export async function ${name}(given) {
  const { default: assertion } = await import(${JSON.stringify(file.startsWith('.') ? file : `./${file}`)})
  return assertion(given.text, contextOf(given))
}
`

function writePython(name: string, code: string): string {
  const lines = code.trim().split('\n')
  const body = lines.length === 1 && !/^return\b/.test(lines[0] ?? '') ? [`return ${lines[0] ?? ''}`] : lines
  return `def ${name}(given):
    output = given["text"]
    context = context_of(given)
${body.map((line) => `    ${line}`).join('\n')}
`
}
