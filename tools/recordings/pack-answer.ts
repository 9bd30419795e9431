import type { ModelRequest } from '@assay/contracts'

/** Shorter words say nothing of a row. */
const minLength = 12

/**
 * A recorded answer without the words it copied from its request: each text of the JSON that stands in the request is kept as
 * its place there (`⟦start+length⟧` of the messages' contents, joined). Rows of labelled data so never enter the project.
 */
export const packAnswer = (answer: string, request: ModelRequest): string => {
  const asked = askedText(request)
  return JSON.stringify(JSON.parse(answer), (_, value: unknown) => {
    if (typeof value !== 'string' || value.length < minLength) return value
    const at = asked.indexOf(value)
    return at === -1 ? value : `⟦${at}+${value.length}⟧`
  })
}

export const unpackAnswer = (packed: string, request: ModelRequest): string => {
  const asked = askedText(request)
  return JSON.stringify(JSON.parse(packed), (_, value: unknown) => {
    if (typeof value !== 'string') return value
    const place = /^⟦(\d+)\+(\d+)⟧$/.exec(value)
    return place === null ? value : asked.slice(Number(place[1]), Number(place[1]) + Number(place[2]))
  })
}

const askedText = ({ messages }: ModelRequest): string => messages.map(({ content }) => content).join('\n')
