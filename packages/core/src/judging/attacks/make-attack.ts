import type { AttackingAnswer } from './attacking-answers.data.ts'

/** What an attack is made of. */
export interface AttackedCase {
  readonly question: string
  /** What is said without the attack. */
  readonly answer: string
  /** What would be right. */
  readonly reference: string
}

/** The answer with the attack in it. */
export function makeAttack(
  { template, disguise = (answer) => answer }: AttackingAnswer,
  { question, answer, reference }: AttackedCase,
): string {
  const parts: Readonly<Record<string, string>> = { question, reference, answer: disguise(answer) }
  return template.replaceAll(/(?<!\{)\{(\w+)\}/g, (hole, name: string) => parts[name] ?? hole)
}
