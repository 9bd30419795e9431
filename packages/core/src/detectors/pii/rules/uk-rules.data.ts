import { isNhsNumber } from '../forms/european-forms.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearPlate = near(
  0.75,
  'licen[cs]e plate|number plate|plates?|reg(?:istration)?(?: number)?|car|vehicles?|vrm',
)

export const ukRules: readonly PiiRule[] = [
  {
    label: 'uk-nhs-number',
    pattern: alone('(?<!\\d )\\d{3}([ -])\\d{3}\\1\\d{4}'),
    score: 0.7,
    near: near(0.95, 'nhs|national health|health service'),
    accept: isNhsNumber,
  },
  {
    label: 'uk-nhs-number',
    pattern: alone('\\d{10}'),
    score: 0.25,
    near: near(0.95, 'nhs|national health|health service'),
    accept: isNhsNumber,
  },
  {
    label: 'uk-national-insurance',
    pattern: alone(
      '(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]',
      'gi',
    ),
    score: 0.8,
    near: near(0.95, 'national insurance|nino|ni(?: number)?'),
  },
  {
    label: 'uk-driving-licence',
    pattern: alone(
      '(?=[A-Z]{2})[A-Z9]{5}\\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\\d|3[01])\\d[A-Z9]{2}[A-Z0-9]{3}',
      'gi',
    ),
    score: 0.85,
  },
  {
    label: 'uk-tax-reference',
    pattern: alone('\\d{10}|\\d{5} \\d{5}'),
    score: 0,
    near: near(0.85, 'utr|unique taxpayer reference|self assessment'),
  },
  {
    label: 'postal-code',
    pattern: alone(
      'GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d[\\dABEHMNPRV-Y]?|\\d[A-HJKPS-UW]) ?\\d[ABD-HJLNP-UW-Z]{2}',
    ),
    score: 0.4,
    near: near(0.55, 'address|post ?code|lives?|street|road|london|send|house|flat|home'),
  },
  {
    label: 'uk-license-plate',
    pattern: alone('[A-HK-PRSTVWXY][A-HJ-PR-Y](?:0[2-9]|[12]\\d|5[1-9]|[67]\\d)[ -]?[A-HJ-PR-Z]{3}', 'gi'),
    score: 0.3,
    near: nearPlate,
  },
  {
    label: 'uk-license-plate',
    pattern: alone('[A-HJ-NPR-TV-Y]\\d{3} ?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3} ?\\d{3}[A-HJ-NPR-TV-Y]'),
    score: 0.12,
    near: nearPlate,
  },
  {
    label: 'uk-license-plate',
    pattern: alone('[A-HJ-NPR-TV-Y]\\d{1,3} ?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3} ?\\d{1,3}[A-HJ-NPR-TV-Y]'),
    score: 0,
    near: nearPlate,
  },
]
