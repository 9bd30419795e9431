export interface Mentionable {
  readonly id: string
  readonly name: string
}

/** Ids of the people a text names as `@Name`; the longer name wins where one begins with the other. */
export function mentionedIn(text: string, people: readonly Mentionable[]): readonly string[] {
  const ids: string[] = []
  let rest = text
  for (const { id, name } of people.toSorted((a, b) => b.name.length - a.name.length)) {
    const mention = `@${name}`
    if (!rest.includes(mention)) continue
    ids.push(id)
    rest = rest.replaceAll(mention, '')
  }
  return ids
}

/** What is being written behind the last `@` of a text, up to the caret; `null`: no name is being written. */
export function typedMention(
  text: string,
  caret: number,
): { readonly start: number; readonly typed: string } | null {
  const found = /(?:^|\s)@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret))
  return found === null ? null : { start: caret - (found[1]?.length ?? 0) - 1, typed: found[1] ?? '' }
}

/** People whose name, or a part of it, begins so. */
export function suggest(typed: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const wanted = typed.toLowerCase()
  return people
    .filter(({ name }) => {
      const lower = name.toLowerCase()
      return (
        (lower.startsWith(wanted) && lower !== wanted) ||
        lower.split(' ').some((part) => wanted !== '' && part.startsWith(wanted))
      )
    })
    .filter(({ name }) => name.toLowerCase() !== wanted)
    .slice(0, 5)
}
