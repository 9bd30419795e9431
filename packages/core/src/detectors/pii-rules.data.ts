import type { DetectionRule } from './rule-detector.ts'
import * as is from './pii-forms.ts'

/** Not within a longer number, version or identifier. */
const alone = (source: string, flags = 'gd'): RegExp =>
  new RegExp(`(?<![\\w.+-])(?:${source})(?![\\w-]|\\.\\d)`, flags)

/** Telephone numbers in groups: separators stand one at a time, but for those round parentheses. */
const groups = (least: number, most: number): string => `(?:[ ./-]?\\(?\\d\\)?){${least},${most}}`

const phoneWord =
  /(?<!\p{L})(?:tele)?(?:phone|mobile|cell|call|dial|fax|tel|telefon|handy|whatsapp|sms|teléfono|téléphone|telefono|contact|☎|📞)(?:s|number|nr)?(?!\p{L})[^\n\d]{0,25}$/iu

/** The surer forms say so by themselves; the others need a word beside them. Scores are starting values of ours. */
export const piiRules: readonly DetectionRule[] = [
  {
    label: 'email',
    pattern:
      /(?<![\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-])[\p{L}\p{N}!#$%&*+/=?^_{|}~-][\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}]|:[\p{L}~/])/dgu,
    score: 0.95,
    accept: is.isEmail,
  },
  {
    label: 'phone',
    pattern: new RegExp(`(?<![\\w+./-]|\\d[ ./-])\\+\\(?\\d${groups(7, 14)}(?![\\w])`, 'gd'),
    score: 0.9,
    accept: is.isInternationalPhone,
  },
  {
    label: 'phone',
    pattern: new RegExp(`(?<![\\w+./-]|\\d[ ./-])00[1-9]${groups(7, 14)}(?![\\w])`, 'gd'),
    score: 0.7,
    accept: is.isInternationalPhone,
  },
  {
    label: 'phone',
    pattern: alone('(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}'),
    score: 0.8,
    accept: is.isNorthAmericanPhone,
  },
  // France, and others that write pairs.
  { label: 'phone', pattern: alone('0[1-9](?:[ .-]\\d\\d){4}'), score: 0.8 },
  // United Kingdom.
  {
    label: 'phone',
    pattern: alone('\\(?0(?:1\\d{2,4}|2\\d|7\\d{3}|800|808)\\)? \\d{3,4} ?\\d{3,4}'),
    score: 0.7,
    accept: (text) => /^0\d{9,10}$/.test(text.replaceAll(/\D/g, '')),
  },
  {
    label: 'phone',
    pattern: alone(`\\(?\\d${groups(6, 14)}`),
    score: 0.7,
    keywords: phoneWord,
    accept: is.isPhoneByWord,
  },
  {
    label: 'iban',
    pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,32}/dg,
    score: 1,
    accept: is.readIban,
  },
  { label: 'payment-card', pattern: alone('\\d(?:[ -]?\\d){11,18}'), score: 0.95, accept: is.isPaymentCard },
  {
    label: 'ip-address',
    pattern:
      /(?<![\w.:-]|version |release |v\. )(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})(?![\w-]|\.\w)/dgi,
    score: 0.6,
    accept: is.isIpv4,
  },
  {
    label: 'ip-address',
    pattern: /(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{1,4}(?![\w:])/dg,
    score: 0.7,
    accept: is.isIpv6,
  },
  {
    label: 'us-ssn',
    pattern: alone('\\d{3}([- ])\\d{2}\\1\\d{4}'),
    score: 0.85,
    accept: is.isSocialSecurityNumber,
  },
  {
    label: 'us-ssn',
    pattern: alone('\\d{3}[ .-]?\\d{2}[ .-]?\\d{4}'),
    score: 0.8,
    keywords: /social security|\bssns?\b/i,
    accept: is.isSocialSecurityNumber,
  },
  {
    label: 'us-bank-routing',
    pattern: alone('\\d{4}-?\\d{4}-?\\d'),
    score: 0.7,
    keywords: /routing|\baba\b|\brtn\b/i,
    accept: is.isRoutingNumber,
  },
  {
    label: 'uk-nhs-number',
    pattern: alone('\\d{3}[ -]\\d{3}[ -]\\d{4}'),
    score: 0.7,
    accept: is.isNhsNumber,
  },
  {
    label: 'uk-nhs-number',
    pattern: alone('\\d{3}[ -]?\\d{3}[ -]?\\d{4}'),
    score: 0.9,
    keywords: /\bnhs\b|national health/i,
    accept: is.isNhsNumber,
  },
  {
    label: 'uk-national-insurance',
    pattern: alone(
      '(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]',
    ),
    score: 0.8,
  },
  {
    label: 'de-tax-id',
    pattern: alone('[1-9]\\d{10}|[1-9]\\d \\d{3} \\d{3} \\d{3}'),
    score: 0.9,
    keywords: /steuer|\btin\b|tax|idnr/i,
    accept: is.isGermanTaxNumber,
  },
  {
    label: 'es-dni',
    pattern: alone('\\d{2}\\.?\\d{3}\\.?\\d{3}-?[A-HJ-NP-TV-Z]|[XYZxyz]-?\\d{7}-?[A-HJ-NP-TV-Za-hj-np-tv-z]'),
    score: 0.8,
    accept: is.isSpanishIdentity,
  },
  {
    label: 'it-tax-code',
    pattern: alone('[A-Za-z]{6}\\d{2}[A-EHLMPR-Ta-ehlmpr-t]\\d{2}[A-Za-z]\\d{3}[A-Za-z]'),
    score: 0.95,
    accept: is.isItalianTaxCode,
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
    label: 'nl-bsn',
    pattern: alone('\\d{9}|\\d{4}[. ]\\d{2}[. ]\\d{3}'),
    score: 0.9,
    keywords: /\bbsn\b|burgerservice|sofi/i,
    accept: is.isDutchCitizenNumber,
  },
  { label: 'pl-pesel', pattern: alone('\\d{11}'), score: 0.9, keywords: /pesel/i, accept: is.isPesel },
  { label: 'br-cpf', pattern: alone('\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}'), score: 0.95, accept: is.isCpf },
  { label: 'br-cpf', pattern: alone('\\d{11}'), score: 0.9, keywords: /\bcpf\b/i, accept: is.isCpf },
  {
    label: 'in-aadhaar',
    pattern: alone('[2-9]\\d{3}([ -])\\d{4}\\1\\d{4}'),
    score: 0.8,
    accept: is.isAadhaar,
  },
  {
    label: 'in-aadhaar',
    pattern: alone('[2-9]\\d{11}'),
    score: 0.9,
    keywords: /aadh?aar|uidai/i,
    accept: is.isAadhaar,
  },
  {
    label: 'fi-identity-code',
    pattern: alone('(?:[012]\\d|3[01])(?:0\\d|1[0-2])\\d{2}[-+A-FYXWVU]\\d{3}[0-9A-Y]'),
    score: 0.95,
    accept: is.isFinnishIdentity,
  },
  {
    label: 'se-personal-number',
    pattern: alone('(?:19|20)?\\d{6}[-+]\\d{4}'),
    score: 0.75,
    accept: is.isSwedishIdentity,
  },
  {
    label: 'se-personal-number',
    pattern: alone('(?:19|20)?\\d{10}'),
    score: 0.9,
    keywords: /personnummer|\bpnr\b|swedish id|personal identity code/i,
    accept: is.isSwedishIdentity,
  },
  {
    label: 'ca-sin',
    pattern: alone('\\d{3}([- ]?)\\d{3}\\1\\d{3}'),
    score: 0.9,
    keywords: /\bsin\b|social insurance|assurance sociale/i,
    accept: is.isCanadianInsurance,
  },
  { label: 'sg-identity', pattern: alone('[STFGM]\\d{7}[A-Z]'), score: 0.9, accept: is.isSingaporeIdentity },
  {
    label: 'au-tax-file-number',
    pattern: alone('\\d{3} ?\\d{3} ?\\d{3}'),
    score: 0.9,
    keywords: /\btfn\b|tax file/i,
    accept: is.isTaxFileNumber,
  },
]
