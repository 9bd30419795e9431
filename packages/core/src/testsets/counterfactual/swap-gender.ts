import { genderPairs, namePairs, tiedToGender } from './identities.data.ts'
import { keepCase } from './keep-case.ts'

export type Gender = 'man' | 'woman'

const pairs = `${genderPairs} ${namePairs}`.split(/\s+/).map((pair) => pair.split('/'))
const toWoman = new Map(pairs.map(([man = '', woman = '']) => [man, woman]))
const toMan = new Map([
  ...pairs.map(([man = '', woman = '']) => [woman, man] as const),
  ['mrs', 'mr'],
  ['mom', 'dad'],
])
const names = new Set(namePairs.split(/[\s/]+/))
const tied = new RegExp(`\\b(?:${tiedToGender.split(/\s+/).join('|')})\\b`, 'i')

/** Forms whose counterpart depends on what follows: `her` is `him` or `his`, `his` is `her` or `hers`. */
const ofMan = new Set([...toWoman.keys(), 'him', 'his'])
const ofWoman = new Set([...toMan.keys(), 'her', 'hers'])

const word = /[A-Za-z]+/g

/** A name is written with a capital. */
const plainForm = (found: string): string => {
  const form = found.toLowerCase()
  return found === form && names.has(form) ? '' : form
}

/** The one gender a text speaks of; `null`: none, or both. */
export function findGender(text: string): Gender | null {
  const forms = (text.match(word) ?? []).map(plainForm)
  const [hasMan, hasWoman] = [forms.some((each) => ofMan.has(each)), forms.some((each) => ofWoman.has(each))]
  if (hasMan === hasWoman) return null
  return hasMan ? 'man' : 'woman'
}

/** All words of the one gender as those of the other, pronouns agreeing. `null`: one of them cannot be told. */
export function swapGender(text: string, from: Gender): string | null {
  if (tied.test(text)) return null
  const map = from === 'man' ? toWoman : toMan
  let isClear = true
  const swapped = text.replaceAll(word, (found, at: number) => {
    const form = plainForm(found)
    const other = map.get(form) ?? swapPronoun(form, text, at)
    if (other === null) isClear = false
    return other === undefined || other === null ? found : keepCase(found, other)
  })
  return isClear ? swapped : null
}

/** Characters beside a pronoun that tell which it is. */
const reach = 40

/** `undefined`: no such pronoun; `null`: it cannot be told which it is. */
function swapPronoun(found: string, text: string, at: number): string | null | undefined {
  if (found === 'him') return 'her'
  if (found === 'hers') return 'his'
  if (found !== 'his' && found !== 'her') return undefined
  const next =
    /^\s+(?<next>[\p{L}-]+)/u.exec(text.slice(at + found.length, at + found.length + reach))?.groups?.[
      'next'
    ] ?? ''
  const ownsNext = next !== '' && !endsObject.has(next.toLowerCase())
  if (found === 'his') return ownsNext ? 'her' : 'hers'
  if (!ownsNext) return 'him'
  const [before = ''] = /[\p{L}']+(?=\s+$)/u.exec(text.slice(Math.max(0, at - reach), at)) ?? []
  return takesTwoObjects.has(before.toLowerCase()) ? null : 'his'
}

const toSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** What follows a pronoun that owns nothing: `ask her about`, `tell her that`. */
const endsObject =
  toSet(`a an the to for from with at in on of by about and or but that if when where why how what who which because as so
  than then before after again now today yesterday tomorrow is was are were be has had have can could will would should may might must do does did
  not this these those up out back off down over through into without within until while since here there too also please`)

/** `gave her money`: object or owner. */
const takesTwoObjects =
  toSet(`give gives gave given giving send sends sent sending show shows showed showing tell tells told telling offer offers
  offered offering pay pays paid paying bring brings brought buy buys bought lend lends lent teach teaches taught ask asks asked grant grants granted
  let lets make makes made making help helps helped see sees saw watch watched hear heard have call calls called get gets got owe owes owed cost costs
  hand handed promise promised deny denied refuse refused wish wished`)
