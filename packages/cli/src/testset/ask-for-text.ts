import { isCancel, text } from '@clack/prompts'

/** A line of text, edited in place; `null` when the user gave up. */
export async function askForText(message: string, initialValue: string): Promise<string | null> {
  const answer = await text({ message, initialValue })
  return isCancel(answer) || typeof answer !== 'string' ? null : answer
}
