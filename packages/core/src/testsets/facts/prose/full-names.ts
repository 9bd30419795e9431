import type { Chunk } from '@assay/contracts'
import type { Lexicon } from '../language/lexicon.ts'

/** Verbs whose lone subject is a person called by the surname. */
const personal =
  /^(?:die|bear|publish|name|appoint|resign|study|bury|retire|graduate|write|paint|compose|marry|invent|discover|assassinate|teach|nominate|ordain|crown)$/
const noGivenName =
  /^(?:The|In|On|At|By|For|And|But|When|While|After|Before|From|With|President|King|Queen|Emperor|Pope|Saint|St|Sir|Lord|Lady|Dr|Mr|Mrs|Ms|Professor|General|Captain|Prince|Princess|Duke|New|Old|North|South|East|West|Mount|Lake|San|Los)$/

/** Surnames that the documents give one full name: "Hutton" → "James Hutton". */
export function findFullNames(chunks: readonly Chunk[], lexicon: Lexicon): ReadonlyMap<string, string> {
  const forms = new Map<string, string[]>()
  for (const { text } of chunks) {
    for (const [full, given = '', surname = ''] of text.matchAll(
      /\b(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)\b(?! \p{Lu})/gu,
    )) {
      if (noGivenName.test(given) || !lexicon.isProper(given) || !lexicon.isProper(surname)) continue
      forms.set(surname, [...(forms.get(surname) ?? []), full])
    }
  }
  return new Map(
    [...forms].flatMap(([surname, full]) => {
      const name = usual(full)
      return name === null ? [] : [[surname, name] as const]
    }),
  )
}

/** The form of at least two in three mentions; a family of namesakes has none. */
function usual(forms: readonly string[]): string | null {
  const name = forms.find((form) => forms.filter((other) => other === form).length * 3 >= forms.length * 2)
  return name ?? null
}

/** A person called by the surname alone gets the full name, for a stranger knows no "Hutton". */
export const withFullName = (
  subject: string,
  lemma: string,
  fullNames: ReadonlyMap<string, string>,
): string => (personal.test(lemma) ? (fullNames.get(subject) ?? subject) : subject)
