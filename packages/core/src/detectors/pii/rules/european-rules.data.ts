import * as is from '../forms/european-forms.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearPlate = near(
  0.75,
  'licen[cs]e plate|number plate|plates?|registration|vehicle|plaka\\p{L}*|araç|targa|matrícula|immatriculation|plaque',
)

const nearItalianCard = near(0.85, "carta d['’]identità|carta identità|cie|identity card|documento")

/** Europe but for the United Kingdom and Germany, with Turkey and Russia. */
export const europeanRules: readonly PiiRule[] = [
  {
    label: 'es-dni',
    pattern: alone('\\d{2}\\.?\\d{3}\\.?\\d{3}[- ]?[A-HJ-NP-TV-Z]|[XYZ]-?\\d{7}-?[A-HJ-NP-TV-Z]', 'gi'),
    score: 0.8,
    near: near(0.95, 'dni|nif|nie|documento nacional|identificación'),
    accept: is.isSpanishIdentity,
  },
  {
    label: 'es-dni',
    pattern: alone('\\d{7}-?[A-HJ-NP-TV-Z]'),
    score: 0.4,
    near: near(0.9, 'dni|nif'),
    accept: is.isSpanishIdentity,
  },
  {
    label: 'es-social-security',
    pattern: alone('\\d{2}[ /-]?\\d{8}[ /-]?\\d{2}'),
    score: 0,
    near: near(0.85, 'seguridad social|nuss|naf'),
    accept: isSpanishInsurance,
  },
  {
    label: 'it-tax-code',
    pattern: alone('[A-Z]{6}\\d{2}[A-EHLMPR-T]\\d{2}[A-Z]\\d{3}[A-Z]', 'gi'),
    score: 0.95,
    near: near(0.95, 'codice fiscale|c\\.?f\\.?'),
    accept: is.rateItalianTaxCode,
  },
  {
    label: 'it-vat',
    pattern: alone('\\d{11}'),
    score: 0.15,
    near: near(0.6, 'p\\.? ?iva|partita iva|vat|piva'),
    accept: is.isItalianVat,
  },
  {
    label: 'it-driver-license',
    pattern: alone('[A-Z]{2}\\d{7}[A-Z]|U1[B-DF-HJ-NP-TV-Z\\d]{7}[A-Z]', 'gi'),
    score: 0.3,
    near: near(0.9, 'patente|guida|licen[cs]e|driv\\p{L}*'),
  },
  {
    label: 'it-identity-card',
    pattern: alone('[A-Z]{2} ?\\d{7}|\\d{7} ?[A-Z]{2}|[A-Z]{2} ?\\d{5} ?[A-Z]{2}', 'gi'),
    score: 0,
    near: nearItalianCard,
  },
  {
    label: 'it-identity-card',
    pattern: alone('[A-Z]{2}\\d{7}|\\d{7}[A-Z]{2}|[A-Z]{2}\\d{5}[A-Z]{2}', 'gi'),
    score: 0.15,
    near: nearItalianCard,
  },
  {
    label: 'fr-social-security',
    pattern: alone(
      '[12][ .]?\\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ .]?(?:\\d{2}|2[AB])[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{2}',
    ),
    score: 0.9,
    accept: is.isFrenchSocialSecurity,
  },
  {
    label: 'fr-tax-number',
    pattern: alone('[0-3]\\d(?: ?\\d{2}){1}(?: ?\\d{3}){3}'),
    score: 0,
    near: near(0.85, 'numéro fiscal|spi|impôts?'),
  },
  {
    label: 'nl-bsn',
    pattern: alone('\\d{9}|\\d{4}[. ]\\d{2}[. ]\\d{3}'),
    score: 0,
    near: near(0.95, 'bsn|burgerservice\\p{L}*|sofi\\p{L}*|citizen service'),
    accept: is.isDutchCitizenNumber,
  },
  {
    label: 'be-national-number',
    pattern: alone('\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}'),
    score: 0.9,
    accept: is.isBelgianNational,
  },
  {
    label: 'be-national-number',
    pattern: alone('\\d{11}|\\d{6}[ -]\\d{3}[ -]\\d{2}'),
    score: 0.2,
    near: near(0.95, 'rijksregister\\p{L}*|registre national|national number|niss|insz'),
    accept: is.isBelgianNational,
  },
  {
    label: 'ch-ahv',
    pattern: alone('756([. ]?)\\d{4}\\1\\d{4}\\1\\d{2}'),
    score: 0.9,
    accept: is.isSwissInsurance,
  },
  {
    label: 'at-social-insurance',
    pattern: alone('[1-9]\\d{3}[ -]?\\d{6}'),
    score: 0.2,
    near: near(0.95, 'sv-?n(?:umme)?r|svnr|sozialversicher\\p{L}*|vsnr'),
    accept: is.isAustrianInsurance,
  },
  {
    label: 'ie-pps',
    pattern: alone('\\d{7}[A-W][ABHITW]?'),
    score: 0.45,
    near: near(0.95, 'pps|ppsn|personal public service'),
    accept: is.isIrishPps,
  },
  {
    label: 'pl-pesel',
    pattern: alone('\\d{11}'),
    score: 0.5,
    near: near(0.95, 'pesel\\p{L}*'),
    accept: is.isPesel,
  },
  {
    label: 'pl-nip',
    pattern: alone('\\d{10}|\\d{3}-\\d{3}-\\d{2}-\\d{2}|\\d{3}-\\d{2}-\\d{2}-\\d{3}'),
    score: 0,
    near: near(0.7, 'nip|podatk\\p{L}*'),
    accept: is.isNip,
  },
  {
    label: 'pl-id-card',
    pattern: alone('[A-Z]{3} ?\\d{6}'),
    score: 0,
    near: near(0.85, 'dow[oó]d\\p{L}*|dowodu|identity card'),
  },
  {
    label: 'fi-identity-code',
    pattern: /(?<![\d.+-])(?:[012]\d|3[01])(?:0\d|1[0-2])\d{2}[-+A-FYXWVU]\d{3}[0-9A-Y](?![\w-])/g,
    score: 0.9,
    accept: is.isFinnishIdentity,
  },
  {
    label: 'se-personal-number',
    pattern: alone('(?:19|20)?\\d{6}[-+]\\d{4}'),
    score: 0.75,
    near: near(0.95, 'personnummer\\p{L}*|pnr|swedish id|personal identity code|samordningsnummer'),
    accept: is.isSwedishIdentity,
  },
  {
    label: 'se-personal-number',
    pattern: alone('(?:18|19|20)?\\d{10}'),
    score: 0.4,
    near: near(0.95, 'personnummer\\p{L}*|pnr|swedish id|personal identity code'),
    accept: is.isSwedishIdentity,
  },
  {
    label: 'se-organisation-number',
    pattern: alone('\\d{6}-?\\d{4}'),
    score: 0.3,
    near: near(0.45, 'org\\p{L}*|företag\\p{L}*|company'),
    accept: is.isSwedishOrganisation,
  },
  {
    label: 'no-identity-number',
    pattern: alone('\\d{6} ?\\d{5}'),
    score: 0.55,
    near: near(0.95, 'fødselsnummer|fnr|personnummer'),
    accept: is.isNorwegianIdentity,
  },
  {
    label: 'dk-cpr',
    pattern: alone('\\d{6}-\\d{4}'),
    score: 0.55,
    near: near(0.95, 'cpr\\p{L}*(?:-?nummer|-?nr)?'),
    accept: is.startsWithDayAndMonth,
  },
  {
    label: 'dk-cpr',
    pattern: alone('\\d{10}'),
    score: 0,
    near: near(0.9, 'cpr\\p{L}*(?:-?nummer|-?nr)?'),
    accept: is.startsWithDayAndMonth,
  },
  {
    label: 'cz-birth-number',
    pattern: alone('\\d{6}/\\d{4}'),
    score: 0.85,
    near: near(0.95, 'rodné|rč|r\\.č'),
    accept: is.isBirthNumber,
  },
  {
    label: 'ro-cnp',
    pattern: alone('[1-9]\\d{12}'),
    score: 0.45,
    near: near(0.95, 'cnp|cod numeric'),
    accept: is.isCnp,
  },
  { label: 'bg-egn', pattern: alone('\\d{10}'), score: 0, near: near(0.95, 'егн|egn'), accept: is.isEgn },
  {
    label: 'pt-nif',
    pattern: alone('[1-9]\\d{8}|[1-9]\\d{2} \\d{3} \\d{3}'),
    score: 0,
    near: near(0.9, 'nif|contribuinte'),
    accept: is.isNif,
  },
  { label: 'hr-oib', pattern: alone('\\d{11}'), score: 0, near: near(0.9, 'oib'), accept: is.isOib },
  {
    label: 'ee-lt-personal-code',
    pattern: alone('[1-6]\\d{10}'),
    score: 0.35,
    near: near(0.95, 'isikukood|asmens kodas|personal code'),
    accept: is.isBalticCode,
  },
  {
    label: 'lv-personal-code',
    pattern: alone('\\d{6}-\\d{5}'),
    score: 0.4,
    near: near(0.95, 'personas kods|personal code'),
    accept: is.startsWithDayAndMonth,
  },
  {
    label: 'gr-amka',
    pattern: alone('\\d{11}'),
    score: 0.3,
    near: near(0.95, 'amka|αμκα'),
    accept: is.isAmka,
  },
  {
    label: 'tr-national-id',
    pattern: alone('[1-9]\\d{10}'),
    score: 0.4,
    near: near(0.95, 'tckn|t\\.?c\\.?|kimlik|turkish id'),
    accept: is.isTurkishIdentity,
  },
  {
    label: 'tr-license-plate',
    pattern: alone('(?:0[1-9]|[1-7]\\d|8[01])([ -]?)[A-Z]{1,3}\\1\\d{2,4}'),
    score: 0.2,
    near: nearPlate,
  },
  { label: 'ru-snils', pattern: alone('\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}'), score: 0.9, accept: is.isSnils },
  { label: 'ru-inn', pattern: alone('\\d{12}'), score: 0, near: near(0.9, 'инн|inn'), accept: is.isInn },
  { label: 'passport', pattern: alone('[A-Z]{1,3}\\d{6,8}', 'gi'), score: 0.12, near: passportWords() },
  {
    label: 'passport',
    pattern: alone('\\d{2} ?\\d{2} ?№? ?\\d{6}|\\d{7,9}|[A-Z\\d]{8,9}|[A-Z]{1,2} ?\\d{6,7}'),
    score: 0,
    near: passportWords(),
    accept: (text) => /\d.*\d.*\d.*\d/.test(text),
  },
  {
    label: 'license-plate',
    pattern: alone('(?=[A-Z\\d -]{0,9}\\d)[A-Z\\d]{1,4}[ -]?[A-Z\\d]{1,4}[ -]?[A-Z\\d]{1,4}'),
    score: 0,
    near: near(
      0.6,
      "licen[cs]e plate(?: number)?|number plate|plate (?:number|no)|kennzeichen|matrícula|placa|targa|plaque d[’']immatriculation",
    ),
    accept: (text) => /^[A-Z\d]{5,9}$/.test(text.replaceAll(/[ -]/g, '')),
  },
  {
    label: 'national-id',
    pattern: alone('(?=[A-Z\\d-]{0,14}\\d{4})[A-Z\\d]{2,12}(?:-[A-Z\\d]{2,8}){0,3}'),
    score: 0,
    near: near(
      0.6,
      "national id(?:entity)?(?: card)?|identity (?:card|number|no)|id card|identification (?:number|no)|personalausweis\\p{L}*|carte d[’']identité|cédula",
      { parts: '身份证|주민등록' },
    ),
    accept: (text) => text.length >= 6,
  },
]

function passportWords() {
  return near(
    0.85,
    'passports?|travel (?:document|passport)|pasaporte|passaporto|passaporte|passeport|reisepass\\p{L}*|paspoort\\p{L}*|paszport\\p{L}*|паспорт\\p{L}*',
    { parts: '여권|护照|旅券|パスポート' },
  )
}

/** Modulo 97 of province and number. */
function isSpanishInsurance(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '')
  const [province, serial, check] = [digits.slice(0, 2), digits.slice(2, 10), Number(digits.slice(10))]
  const number = Number(serial) < 1e7 ? Number(serial) + Number(province) * 1e7 : Number(province + serial)
  return number % 97 === check
}
