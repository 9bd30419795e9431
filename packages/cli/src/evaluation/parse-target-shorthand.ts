import { targetConfigurationSchema, type TargetConfiguration } from '@assay/contracts'

/** `module:PATH`, `recorded:FILE`, `python:file.py:function`, `command:LINE`, `openai:URL#model`, or an http address; `null`: none of these. */
export function parseTargetShorthand(text: string): TargetConfiguration | null {
  if (/^https?:\/\//.test(text))
    return read({ kind: 'http', url: text, body: { question: '{{ question }}' } })
  const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/s.exec(text) ?? []
  switch (kind) {
    case 'module':
      return read({ kind, module: rest })
    case 'recorded':
      return read({ kind, file: rest })
    case 'python':
      return read({ kind, function: rest })
    case 'command':
      return read({ kind, command: rest })
    case 'openai': {
      const [url, model] = rest.split('#')
      return read({ kind, url, model })
    }
    default:
      return null
  }
}

function read(value: unknown): TargetConfiguration | null {
  const parsed = targetConfigurationSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
