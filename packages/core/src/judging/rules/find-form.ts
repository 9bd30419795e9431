import { readWords, type Word } from './read-words.ts'

const articles: ReadonlySet<string> = new Set(['the', 'a', 'an'])

/** The words of a name or phrase that must be there: without a leading article, "&" as "and". */
export function formWords(form: string): readonly string[] {
  const norms = readWords(form.replaceAll('&', ' and ')).map((word) => word.norm)
  return articles.has(norms[0] ?? '') && norms.length > 1 ? norms.slice(1) : norms
}

/** Every place where the words stand one after the other. */
export function findForm(form: readonly string[], words: readonly Word[]): readonly (readonly Word[])[] {
  if (form.length === 0) return []
  return words.flatMap((_, index) => {
    const run = words.slice(index, index + form.length)
    return run.length === form.length && run.every((word, place) => word.norm === form[place]) ? [run] : []
  })
}

export const hasForm = (form: string, text: string): boolean =>
  findForm(formWords(form), readWords(text)).length > 0
