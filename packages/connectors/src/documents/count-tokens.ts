import { countTokens as countEncoded } from 'gpt-tokenizer/encoding/o200k_base'

const asText = { disallowedSpecial: new Set<string>() }

/** Tokens of OpenAI's o200k_base encoding; words that look like control tokens count as text. */
export const countTokens = (text: string): number => countEncoded(text, asText)
