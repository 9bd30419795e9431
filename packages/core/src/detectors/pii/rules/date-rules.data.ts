import { isDayAndMonth } from '../checksums.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearBirth = near(
  0.85,
  'born(?: on)?|birth\\p{L}*|date of birth|d\\.?o\\.?b|b-day|geb\\.?|geboren\\p{L}*|geburts\\p{L}*|née?(?: le)?|naissance|naci[oó]|nacid[oa]|nacimiento|nat[oa]|nascita|nascid[oa]|nascimento|nasceu|urodzon\\p{L}*|urodzenia|född|fødselsdato|født|syntynyt|doğum|narozen\\p{L}*|geboortedatum|дата рождения|родился|родилась',
  { parts: '出生|生日|生年月日|생년월일', label: 'birth-date' },
)
const nearDay = near(
  0.3,
  'today|date|dated|on|since|until|till|by|before|after|from|expir\\p{L}*|valid|due|exp',
)

const monthNames =
  'Jan(?:uary|uar|\\.)?|Feb(?:ruary|ruar|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun[ei]?|Jul[yi]?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|O[ck]t(?:ober|\\.)?|Nov(?:ember|\\.)?|De[cz](?:ember|\\.)?|Jänner|März|Mai|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|maj|augusti'
const month = `(?:${monthNames})`
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const year = '(?:1[89]|20)\\d\\d'
const time = '\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?'
const zone = '(?: ?(?:Z|UTC|GMT|[ap]\\.?m\\.?|[+-]\\d{2}:?\\d{2})(?!\\w))?'
const clock = `(?:(?:T|,? (?:at )?)${time}${zone})?`

const dated = (pattern: RegExp, score: number, accept?: PiiRule['accept']): PiiRule => ({
  label: 'date',
  pattern,
  score,
  near: nearBirth,
  ...(accept === undefined ? {} : { accept }),
})
const written = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_.])(?:${source})(?![\\p{L}\\p{N}_])`, 'giu')

/** Dates are public by themselves, and personal where they are of a birth. */
export const dateRules: readonly PiiRule[] = [
  dated(
    new RegExp(`(?<![\\w.-])${year}([-/.])(?:0?[1-9]|1[0-2])\\1${day}${clock}(?![\\w-]|[.:]\\d)`, 'g'),
    0.3,
  ),
  dated(
    new RegExp(`(?<![\\w./-])\\d{1,2}([-/.])\\d{1,2}\\1(?:${year}|\\d{2})${clock}(?![\\w/-]|[.:]\\d)`, 'g'),
    0.3,
    rateNumericDate,
  ),
  dated(
    written(
      `${day}(?:st|nd|rd|th|\\.|º)?[ -]?(?:of |de )?${month}(?:,? (?:de )?${year}|-(?:${year}|\\d{2}))?${clock}`,
    ),
    0.3,
    isWrittenDate,
  ),
  dated(written(`${month} ${day}(?:st|nd|rd|th)?(?:,? ${year})?${clock}`), 0.3, isWrittenDate),
  dated(written(`${month}(?: (?:of )?${year}|-(?:${year}|\\d{2}))`), 0.3, isWrittenDate),
  dated(/(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]/g, 0.3),
  { label: 'date', pattern: alone(`(?:0[1-9]|1[0-2])/${year}|[1-9]/${year}`), score: 0.2 },
  { label: 'date', pattern: alone('(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])'), score: 0, near: nearDay },
  {
    label: 'age',
    pattern: new RegExp(
      '(?<![\\w.,-])(?:1[01]\\d|[1-9]?\\d)(?=[ -]?(?:years?[ -]old|year[ -]olds?|yrs?[ .-]old|y/?o(?!\\w)|años(?! de (?:experiencia|antig))|Jahre alt|ans(?! (?:de|après|plus))|anni|anos de idade|lat(?!\\w)|jaar oud|yaşında|岁|歳|살))',
      'g',
    ),
    score: 0.4,
  },
  {
    label: 'age',
    pattern: alone('1[01]\\d|[1-9]\\d'),
    score: 0,
    near: near(0.4, 'aged?(?: is| of|:)?|turn(?:s|ed|ing)|alter|edad'),
  },
]

/** Day before month or month before day. With points and a short year it is as often a version. */
function rateNumericDate(text: string): boolean | number {
  const [first = '', second = '', third = ''] = text.split(/[-/. T,]/, 3)
  const isDate = isDayAndMonth(first, second) || isDayAndMonth(second, first)
  return isDate && (third.length > 2 || !text.includes('.') || 0.2)
}

/** The word `may` and the like are months in capitals only. */
function isWrittenDate(text: string): boolean {
  return !/(?<!\p{L})(?:may|mar|mars|mai|jun|jan|dec|mei|maj)(?!\p{L})/u.test(text)
}
