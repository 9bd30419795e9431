import type { ModelRequest } from '@assay/contracts'

/** Output a request may have when it sets no limit of its own. */
export const assumedOutputTokens = 4096

/** Tokens of a request before it is made. */
export interface RequestTokens {
  readonly input: number
  readonly output: number
}

/**
 * An upper bound: byte-level tokenizers make at most one token of each UTF-8 byte; 16 more for the frame of each message.
 * Without `maxOutputTokens` the output is assumed, not bounded.
 */
export function boundRequestTokens(request: ModelRequest): RequestTokens {
  return {
    input: utf8Length(requestText(request)) + 16 * request.messages.length,
    output: request.maxOutputTokens ?? assumedOutputTokens,
  }
}

/** What is likely: four characters a token in Latin script, one elsewhere; output as long as it may be. */
export function estimateRequestTokens(request: ModelRequest): RequestTokens {
  const text = requestText(request)
  // Bytes beyond one a character come from scripts that take about a token a character.
  const wide = Math.min(text.length, (utf8Length(text) - text.length) / 2)
  return {
    input: Math.ceil((text.length - wide) / 4 + wide) + 4 * request.messages.length,
    output: request.maxOutputTokens ?? assumedOutputTokens,
  }
}

function requestText(request: ModelRequest): string {
  const messages = request.messages.map((message) => message.content).join('\n')
  return request.responseSchema === undefined
    ? messages
    : messages + JSON.stringify(request.responseSchema.schema)
}

const utf8Length = (text: string): number => new TextEncoder().encode(text).length
