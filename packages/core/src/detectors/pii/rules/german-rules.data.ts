import {
  isGermanTaxNumber,
  isHealthInsuranceNumber,
  isPensionNumber,
  isPhysicianNumber,
  passesTravelCheck,
  rateGermanVat,
} from '../forms/german-forms.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearTaxId = near(0.95, 'steuer\\p{L}*|idnr|tin|tax|identifikationsnummer')
const nearTaxNumber = near(0.85, 'steuer\\p{L}*|st\\.? ?-?nr')
const plateDistrict = '[A-ZÄÖÜ]{1,3}'

export const germanRules: readonly PiiRule[] = [
  {
    label: 'de-tax-id',
    pattern: alone('[1-9]\\d{10}|[1-9]\\d \\d{3} \\d{3} \\d{3}'),
    score: 0.35,
    near: nearTaxId,
    accept: isGermanTaxNumber,
  },
  { label: 'de-tax-number', pattern: alone('\\d{2,3}/\\d{3,4}/\\d{4,5}'), score: 0.45, near: nearTaxNumber },
  { label: 'de-tax-number', pattern: alone('(?:0[1-9]|1[0-6])\\d{11}'), score: 0, near: nearTaxNumber },
  {
    label: 'de-vat-id',
    pattern: alone('DE[ .-]?\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}', 'gi'),
    score: 0.45,
    near: near(0.5, 'ust\\p{L}*|umsatzsteuer\\p{L}*|vat|ust-idnr'),
    accept: rateGermanVat,
  },
  {
    label: 'de-passport',
    pattern: alone('[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\\d]{7}\\d', 'gi'),
    score: 0.3,
    near: near(0.9, 'reisepass\\p{L}*|pass\\p{L}*|pass-?nr|ausweis\\p{L}*'),
    accept: passesTravelCheck,
  },
  {
    label: 'de-id-card',
    pattern: alone('[LMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\\d]{8}\\d(?:D)?', 'gi'),
    score: 0.3,
    near: near(0.9, 'ausweis\\p{L}*|personalausweis\\p{L}*|perso|id card'),
    accept: (text) => passesTravelCheck(text.slice(0, 10)),
  },
  {
    label: 'de-driver-license',
    pattern: alone('(?=[A-Z\\d]{2}\\d)[A-Z]{2}\\d{8}[A-Z\\d]', 'gi'),
    score: 0.3,
    near: near(0.9, 'führerschein\\p{L}*|fahrerlaubnis\\p{L}*|driv\\p{L}*'),
  },
  {
    label: 'de-health-insurance',
    pattern: alone('[A-Z]\\d{9}', 'gi'),
    score: 0.5,
    near: near(0.95, 'kvnr|krankenversicher\\p{L}*|krankenkasse\\p{L}*|egk\\p{L}*|versicherten\\p{L}*'),
    accept: isHealthInsuranceNumber,
  },
  {
    label: 'de-social-security',
    pattern: alone('\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}', 'gi'),
    score: 0.75,
    near: near(0.95, 'rvnr|sv-?nummer|sozialversicher\\p{L}*|rentenversicher\\p{L}*'),
    accept: isPensionNumber,
  },
  {
    label: 'de-physician-number',
    pattern: alone('\\d{9}'),
    score: 0.15,
    near: near(0.85, 'lanr|arzt\\p{L}*|ärztin\\p{L}*'),
    accept: isPhysicianNumber,
  },
  {
    label: 'de-practice-number',
    pattern: alone('\\d{9}'),
    score: 0,
    near: near(0.6, 'bsnr|betriebsstätten\\p{L}*'),
  },
  { label: 'de-commercial-register', pattern: alone('HR[AB] ?\\d{1,6}(?: ?B)?', 'gi'), score: 0.3 },
  {
    label: 'de-license-plate',
    pattern: alone(`${plateDistrict}([ -])[A-Z]{1,2}[ -]?[1-9]\\d{0,3}[HE]?`),
    score: 0,
    near: near(0.8, '\\p{L}*kennzeichen|fahrzeug\\p{L}*|auto|pkw|nummernschild\\p{L}*'),
  },
  {
    label: 'de-license-plate',
    pattern: alone(`${plateDistrict}([ -])[A-Z]{1,2}\\1(?!19\\d\\d|20\\d\\d)[1-9]\\d{1,3}[HE]?`),
    score: 0.2,
  },
]
