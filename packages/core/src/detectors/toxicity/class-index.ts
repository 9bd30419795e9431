import { groupAdjectives, groupNouns, peopleNouns } from './groups.data.ts'
import { insultsAnyone, wordClasses, type WordClass } from './words.data.ts'

/** What comes after the first word of an entry of several. */
interface Phrase {
  readonly rest: readonly string[]
  readonly class: TokenClass
}

export type TokenClass = WordClass | 'group'

interface ClassIndex {
  readonly words: ReadonlyMap<string, TokenClass>
  /** Of `words` those that stand in a list as they are, and plurals of them. */
  readonly listed: ReadonlySet<string>
  /** By their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly groupAdjectives: ReadonlySet<string>
  readonly peopleNouns: ReadonlySet<string>
  /** Entries and their forms that insult any one person; of a phrase the words joined by `_`. */
  readonly insultsAnyone: ReadonlySet<string>
}

const inflected: ReadonlySet<TokenClass> = new Set<TokenClass>([
  ...([
    'vermin',
    'insult',
    'bad',
    'dislike',
    'harm',
    'perish',
    'expel',
    'good',
    'report',
    'condemn',
  ] as const),
  ...(['wrongdoing', 'trade', 'swear'] as const),
])

/** Every form of every entry; of two classes with the same form the first in the order of the lists has it. */
export const classIndex: ClassIndex = buildIndex()

function buildIndex(): ClassIndex {
  const words = new Map<string, TokenClass>()
  const phrases = new Map<string, Phrase[]>()
  const classes: readonly (readonly [TokenClass, string])[] = [
    ['group', groupNouns],
    ...(Object.keys(wordClasses) as WordClass[]).map((name) => [name, wordClasses[name]] as const),
  ]
  const addAll = (toForms: (word: string) => readonly string[]) => {
    for (const [name, list] of classes) {
      for (const entry of list.split(/\s+/)) {
        const [head = '', ...rest] = entry.replace('cannot', 'can_not').replace("can't", 'can_not').split('_')
        for (const form of inflected.has(name)
          ? toForms(head)
          : [head, `${head}s`].slice(0, name === 'slur' ? 2 : 1))
          if (rest.length > 0) phrases.set(form, [...(phrases.get(form) ?? []), { rest, class: name }])
          else if (!words.has(form)) words.set(form, name)
      }
    }
  }
  addAll((word) => [word])
  const listed = new Set([...words.keys()].flatMap((word) => [word, `${word}s`]))
  addAll(inflect)
  for (const list of phrases.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return {
    words,
    listed,
    phrases,
    groupAdjectives: toSet(groupAdjectives),
    peopleNouns: toSet(peopleNouns),
    insultsAnyone: new Set([...toSet(insultsAnyone)].flatMap((word) => [word, ...inflect(word)])),
  }
}

/** The words of a list. */
export function toSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

/** Regular forms of a verb, noun or adjective; some are no words, which harms nothing. */
function inflect(word: string): readonly string[] {
  if (word.endsWith('e')) return [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`, `${word}r`, `${word}rs`]
  if (/[^aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1)
    return [`${stem}ies`, `${stem}ied`, `${word}ing`, `${stem}ier`, `${stem}iest`]
  }
  if (/(s|x|z|ch|sh)$/.test(word)) return [`${word}es`, `${word}ed`, `${word}ing`]
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(word) ? word + (word.at(-1) ?? '') : word
  return [`${word}s`, `${word}ed`, `${word}ing`, `${doubled}ed`, `${doubled}ing`, `${doubled}ers`]
}
