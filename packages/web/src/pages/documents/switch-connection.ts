import { readAt, type Body } from './body-field.ts'

/** What every way to reach a target knows. */
const kept = ['kind', 'url', 'limits', 'name', 'version', 'prompt', 'parameters'] as const

/** A target that is reached another way than before: what only the old way knew is left out. */
export function switchConnection(body: Body): Body {
  const before = readAt(body, 'connection') as Body
  const connection = Object.fromEntries(
    kept.flatMap((key) => (before[key] === undefined ? [] : [[key, before[key]]])),
  )
  if (connection['kind'] !== 'http') return { ...body, connection }
  return {
    ...body,
    connection: {
      ...connection,
      method: 'POST',
      body: { question: '{{ question }}' },
      answerPath: '$.answer',
    },
  }
}
