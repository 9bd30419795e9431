import {
  isCanadianInsurance,
  isCnpj,
  isCpf,
  isCuit,
  isCurp,
  isDeaNumber,
  isItin,
  isProviderIdentifier,
  isRfc,
  isRut,
  isSocialSecurityNumber,
} from '../forms/american-forms.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearSocialSecurity = near(0.9, 'social security|ssns?|social|ss#|ss number')
const nearTaxpayer = near(0.9, 'itin|individual taxpayer|taxpayer|tax id')
const [mbi, mbiOrDigit] = ['[AC-HJKMNP-RT-Y]', '[\\dAC-HJKMNP-RT-Y]']

export const americanRules: readonly PiiRule[] = [
  {
    label: 'us-ssn',
    pattern: alone('\\d{3}([ .-])\\d{2}\\1\\d{4}'),
    score: 0.85,
    near: nearSocialSecurity,
    accept: isSocialSecurityNumber,
  },
  {
    label: 'us-ssn',
    pattern: alone('\\d{3}-\\d{6}|\\d{5}-\\d{4}'),
    score: 0.25,
    near: nearSocialSecurity,
    accept: isSocialSecurityNumber,
  },
  {
    label: 'us-ssn',
    pattern: alone('\\d{9}'),
    score: 0.15,
    near: nearSocialSecurity,
    accept: isSocialSecurityNumber,
  },
  {
    label: 'us-itin',
    pattern: alone('9\\d{2}([ -])\\d{2}\\1\\d{4}'),
    score: 0.7,
    near: nearTaxpayer,
    accept: isItin,
  },
  {
    label: 'us-itin',
    pattern: alone('9\\d{2}-?\\d{2}-?\\d{4}'),
    score: 0.2,
    near: nearTaxpayer,
    accept: isItin,
  },
  {
    label: 'us-ein',
    pattern: alone('\\d{2}-\\d{7}'),
    score: 0,
    near: near(0.45, 'ein|fein|employer identification|federal tax id'),
  },
  {
    label: 'us-medicare',
    pattern: alone(`[1-9]${mbi}${mbiOrDigit}\\d(-?)${mbi}${mbiOrDigit}\\d\\1${mbi}{2}\\d{2}`, 'gi'),
    score: 0.7,
    near: near(0.95, 'mbi|medicare|beneficiary'),
  },
  {
    label: 'us-npi',
    pattern: alone('[12]\\d{9}|[12]\\d{3}([ -])\\d{3}\\1\\d{3}'),
    score: 0.25,
    near: near(0.9, 'npi|provider'),
    accept: isProviderIdentifier,
  },
  {
    label: 'us-medical-license',
    pattern: alone('[ABCDEFGHJKLMPRSTUX][A-Z9]\\d{7}', 'gi'),
    score: 0.5,
    near: near(0.9, 'dea|medical|certificate|licen[cs]e|prescriber'),
    accept: isDeaNumber,
  },
  {
    label: 'us-driver-license',
    pattern: alone(
      '[A-Z]\\d{2,4}(?:[ -]\\d{1,6}){1,4}|[A-Z]{1,3}\\d{5,13}[A-Z]?|[A-Z]\\d{2}[ -]?\\d{3}[ -]?\\d{3}|\\d{2}[A-Z]{3}\\d{5}|\\d{3}[A-Z]{2}\\d{4}|\\d{7,14}|\\d{2,4}(?:[ -]\\d{2,4}){2,3}|\\d{1,3}[A-Z]\\d{4,7}',
    ),
    score: 0,
    near: near(
      0.85,
      "driv\\p{L}*(?:['’]s)?[ -]*(?:licen[cs]es?|permit|id)?|licen[cs]e(?: (?:number|no\\.?|#))?|dl|d\\.l\\.|licencia(?: de conducir)?|permis(?: de conduire)?|carteira de motorista|cnh|rijbewijs\\p{L}*|prawo jazdy|körkort",
    ),
  },
  {
    label: 'medical-record-number',
    pattern: alone('[A-Z]{0,3}-?\\d{5,12}'),
    score: 0,
    near: near(0.85, 'mrn|medical record|patient (?:id|number|no)|chart (?:number|no)|hospital number'),
  },
  {
    label: 'health-insurance-number',
    pattern: alone('[A-Z]{1,3}\\d{6,12}[A-Z]?\\d{0,2}|\\d{8,12}|\\d{2,4}-\\d{5,9}'),
    score: 0,
    near: near(
      0.75,
      'member id|subscriber id|policy (?:number|no)|health insurance|insurance (?:id|number)|health card',
    ),
  },
  {
    label: 'ca-sin',
    pattern: alone('\\d{3}([ -])\\d{3}\\1\\d{3}'),
    score: 0.45,
    near: near(0.95, 'sin|nas|social insurance|assurance sociale'),
    accept: isCanadianInsurance,
  },
  {
    label: 'ca-sin',
    pattern: alone('\\d{9}'),
    score: 0.15,
    near: near(0.95, 'sin|nas|social insurance|assurance sociale'),
    accept: isCanadianInsurance,
  },
  { label: 'br-cpf', pattern: alone('\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}'), score: 0.95, accept: isCpf },
  {
    label: 'br-cpf',
    pattern: alone('\\d{11}|\\d{9}-\\d{2}'),
    score: 0.3,
    near: near(0.95, 'cpf|cadastro de pessoas'),
    accept: isCpf,
  },
  {
    label: 'br-cnpj',
    pattern: alone('\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}|\\d{14}'),
    score: 0.45,
    near: near(0.6, 'cnpj'),
    accept: isCnpj,
  },
  {
    label: 'br-rg',
    pattern: alone('\\d{2}\\.?\\d{3}\\.?\\d{3}-?[\\dX]'),
    score: 0,
    near: near(0.8, 'rg|registro geral|carteira de identidade'),
  },
  {
    label: 'mx-curp',
    pattern: alone('[A-Z][AEIOUX][A-Z]{2}\\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z\\d]\\d', 'gi'),
    score: 0.95,
    accept: isCurp,
  },
  {
    label: 'mx-rfc',
    pattern: alone('[A-ZÑ&]{4}\\d{6}[A-Z\\d]{2}[\\dA]'),
    score: 0.5,
    near: near(0.9, 'rfc'),
    accept: isRfc,
  },
  {
    label: 'cl-rut',
    pattern: alone('\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dKk]'),
    score: 0.8,
    near: near(0.95, 'rut|run'),
    accept: isRut,
  },
  {
    label: 'cl-rut',
    pattern: alone('\\d{7,8}-[\\dKk]'),
    score: 0.4,
    near: near(0.95, 'rut|run'),
    accept: isRut,
  },
  {
    label: 'ar-cuit',
    pattern: alone('(?:2[0347]|3[034])-?\\d{8}-?\\d'),
    score: 0.5,
    near: near(0.95, 'cuil|cuit'),
    accept: isCuit,
  },
  {
    label: 'national-id',
    pattern: alone('\\d{1,3}(?:\\.\\d{3}){2,3}|\\d{7,10}'),
    score: 0,
    near: near(0.8, 'cédula|cedula|c\\.c\\.|documento(?: nacional)?(?: de identidad)?|dni|cuil'),
  },
]
