import type { ImportTools } from './import-tools.ts'
import { toFunctionBody } from './to-function-body.ts'

/** `file:function` of a check. */
export interface FunctionPlace {
  readonly function: string
}

/** Collects the code of inline assertions, to be written beside the configuration. Text instead of a place: why it cannot be taken over. */
export interface FunctionSources {
  readonly addJavaScript: (value: unknown) => FunctionPlace | string
  readonly addPython: (value: unknown) => FunctionPlace | string
  /** File names and their texts. */
  readonly files: () => Readonly<Record<string, string>>
}

const javaScriptFile = 'promptfoo-functions.mjs'
const pythonFile = 'promptfoo_functions.py'

const javaScriptHead = `// Taken over from a promptfoo configuration: each gets the answer as \`output\` and \`context.vars\`.
const contextOf = ({ case: { input }, parameters: { vars = {}, ...more } }) => ({ vars, prompt: input, ...more })
const assertion = (test) => (given) => test(given.text, contextOf(given))
`
const pythonHead = `# Taken over from a promptfoo configuration: each gets the answer as \`output\` and \`context["vars"]\`.
def context_of(given):
    return {"vars": {}, **given["parameters"], "prompt": given["case"].get("input", "")}
`

const inOtherFile = 'its code stands in another file than a plain one'

/** `isFunctionBody` guards the one file that all JavaScript shares: a fault of one would take the others along. */
export function createFunctionSources(isFunctionBody: ImportTools['isFunctionBody']): FunctionSources {
  const javaScript: string[] = []
  const python: string[] = []
  return {
    addJavaScript(value) {
      if (typeof value !== 'string') return inOtherFile
      const file = /^file:\/\/(.+\.(?:m?js|ts))$/.exec(value)?.[1]
      if (value.startsWith('file://') && file === undefined) return inOtherFile
      const body = file === undefined ? toFunctionBody(value) : importOf(file)
      if (!isFunctionBody(body)) return 'its code is no JavaScript that a function can hold'
      const name = `assertion${javaScript.length + 1}`
      javaScript.push(`export const ${name} = assertion(async (output, context) => {\n${body}\n})\n`)
      return { function: `${javaScriptFile}:${name}` }
    },
    addPython(value) {
      if (typeof value !== 'string' || value.startsWith('file://')) return inOtherFile
      const name = `assertion_${python.length + 1}`
      python.push(writePython(name, value))
      return { function: `${pythonFile}:${name}` }
    },
    files: () => ({
      ...(javaScript.length === 0 ? {} : { [javaScriptFile]: `${javaScriptHead}\n${javaScript.join('\n')}` }),
      ...(python.length === 0 ? {} : { [pythonFile]: `${pythonHead}\n\n${python.join('\n\n')}` }),
    }),
  }
}

const importOf = (file: string): string =>
  `const { default: test } = await import(${JSON.stringify(file.startsWith('.') ? file : `./${file}`)})
return test(output, context)`

function writePython(name: string, code: string): string {
  const lines = code.trim().split('\n')
  const body = lines.length === 1 && !/^return\b/.test(lines[0] ?? '') ? [`return ${lines[0] ?? ''}`] : lines
  return `def ${name}(given):
    output = given["text"]
    context = context_of(given)
${body.map((line) => `    ${line}`).join('\n')}
`
}
