import { targetConfigurationSchema, type TargetConfiguration } from '@assay/contracts'

/** `module:PATH`, `recorded:FILE`, `python:file.py:function`, `command:LINE`, `openai:URL#model`, or an http address; `null`: none of these. */
export function parseTargetShorthand(text: string): TargetConfiguration | null {
  if (URL.canParse(text) && /^https?:/.test(text))
    return read({ kind: 'http', name: new URL(text).host, url: text, body: { question: '{{ question }}' } })
  const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/s.exec(text) ?? []
  switch (kind) {
    case 'module':
      return read({ kind, name: stemOf(rest), module: rest })
    case 'recorded':
      return read({ kind, name: stemOf(rest), file: rest })
    case 'python':
      return read({ kind, name: stemOf(rest.replace(/:\w+$/, '')), function: rest })
    case 'command':
      return read({ kind, name: stemOf(rest.trim().split(/\s/)[0] ?? rest), command: rest })
    case 'openai': {
      const [url, model] = rest.split('#')
      return read({ kind, name: model, url, model })
    }
    default:
      return null
  }
}

/** The name of a file without its folder and its ending. */
function stemOf(path: string): string {
  const file = path.split(/[/\\]/).findLast((part) => part !== '') ?? path
  return file.replace(/(?<=.)\.[^.]+$/, '')
}

function read(value: unknown): TargetConfiguration | null {
  const parsed = targetConfigurationSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
