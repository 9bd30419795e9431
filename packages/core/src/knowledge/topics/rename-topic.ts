import type { TopicMap } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'

/** A name given by a person: it stays through every re-sync. `topic` is an id or the present name. */
export function renameTopic(map: TopicMap, topic: string, name: string): Result<TopicMap> {
  const wanted = map.topics.find(({ id }) => id === topic) ?? map.topics.find((each) => each.name === topic)
  const refuse = (message: string, fix: string): Result<never> =>
    fail(createError('ASSAY-1001', { message, fix }))
  if (wanted === undefined) return refuse(`No topic is called ${topic}`, 'see the ids with `assay kb topics`')
  const given = name.trim()
  if (given === '') return refuse('The name of a topic is empty', 'write it as ID=NAME')
  if (map.topics.some((each) => each !== wanted && each.name.toLowerCase() === given.toLowerCase()))
    return refuse(`Another topic is called ${given}`, 'give each topic a name of its own')
  const topics = map.topics.map((each) =>
    each === wanted ? { ...each, name: given, namedBy: 'person' as const } : each,
  )
  return ok({ ...map, topics })
}
