import { wordKey } from './read-unit.ts'

/** Pairs of words that cannot both hold of one thing in one respect. */
const pairs =
  'enabled disabled|enable disable|activate deactivate|active inactive|required optional|mandatory optional|allowed forbidden|allowed prohibited|permitted forbidden|accept reject|include exclude|public private|visible hidden|supported unsupported|available unavailable|maximum minimum|max min|highest lowest|largest smallest|longest shortest|upper lower|increase decrease|rise fall|gain lose|win lose|before after|earlier later|above below|more fewer|more less|first last|oldest youngest|older younger|newest oldest|inside outside|internal external|open closed|begin end|start end|success failure|succeed fail|true false|valid invalid|legal illegal|safe unsafe|synchronous asynchronous|ascending descending|left right|north south|northern southern|east west|eastern western|male female|men women|brother sister|father mother|son daughter|husband wife|hot cold|dry wet|buy sell|import export|morning evening|day night|positive negative|free paid|same different'

/** Keys of words with those of the words that exclude them. */
export const antonyms: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Map.groupBy(
    pairs
      .split('|')
      .map((pair) => pair.split(' ').map(wordKey))
      .flatMap(([one = '', other = '']) => [[one, other] as const, [other, one] as const]),
    ([word]) => word,
  )
    .entries()
    .map(([word, excluded]) => [word, new Set(excluded.map(([, other]) => other))]),
)
