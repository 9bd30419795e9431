import type { ChatMessage } from '@assay/contracts'
import { LlamaText, SpecialTokensText } from 'node-llama-cpp'

/** What the model's own template puts first when there is no system message. */
const defaultSystem = 'You are a helpful AI assistant named SmolLM, trained by Hugging Face'

/**
 * SmolLM2's chat template (ChatML). Only the marks are read as special tokens: a text that contains `<|im_end|>` cannot
 * end its message.
 */
export function toSmolLmPrompt(messages: readonly ChatMessage[]): LlamaText {
  const spoken =
    messages[0]?.role === 'system' ? messages : [{ role: 'system', content: defaultSystem }, ...messages]
  return LlamaText([
    ...spoken.flatMap(({ role, content }) => [
      new SpecialTokensText('<|im_start|>'),
      `${role}\n${content}`,
      new SpecialTokensText('<|im_end|>'),
      '\n',
    ]),
    new SpecialTokensText('<|im_start|>'),
    'assistant\n',
  ])
}
