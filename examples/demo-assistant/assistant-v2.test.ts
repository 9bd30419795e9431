import { expect, test } from 'vitest'
import { createAssistant, type GenerateRequest } from './assistant-v2.ts'

/** A model that remembers what it was asked. */
function createRecorder() {
  const requests: GenerateRequest[] = []
  const generate = async (request: GenerateRequest): Promise<string> => {
    requests.push(request)
    return ' 512 KiB. \n'
  }
  return { requests, generate }
}

test('finds the page that version 1 misses, and answers with what the model wrote', async () => {
  const { requests, generate } = createRecorder()
  const question = 'What is the maximum of the event size?'
  const { text, documents } = await createAssistant({ generate }).answer({ question, history: [] })
  expect(text).toBe('512 KiB.')
  expect(documents[0]?.id).toBe('limits.md#Size and count limits')
  expect(requests[0]?.messages.at(-1)?.content).toContain('Event size: maximum 512 KiB')
})

test('searches a follow-up together with the question before it', async () => {
  const { requests, generate } = createRecorder()
  await createAssistant({ generate }).answer({
    question: 'And since which version does it exist?',
    history: [
      { role: 'user', content: 'What is the default of the option `server.readTimeout`?' },
      { role: 'assistant', content: '15 s' },
    ],
  })
  expect(requests[0]?.messages.at(-1)?.content).toContain(
    '`server.readTimeout`: type duration, default 15 s, since 1.0',
  )
})

test('a question of any length stays within the cap of characters and tokens', async () => {
  const { requests, generate } = createRecorder()
  const question = `${'What is the default of every option of the server? '.repeat(40)}?`
  await createAssistant({ generate }).answer({ question, history: [{ role: 'user', content: question }] })
  const characters = requests[0]?.messages.reduce((sum, { content }) => sum + content.length, 0)
  expect(characters).toBeLessThan(700)
  expect(requests[0]?.maxTokens).toBe(40)
})

test('hands the signal on to the model', async () => {
  const { requests, generate } = createRecorder()
  const { signal } = new AbortController()
  await createAssistant({ generate }).answer({ question: 'What is an event?', history: [], signal })
  expect(requests[0]?.signal).toBe(signal)
})
