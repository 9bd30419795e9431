import { compact, modulo97 } from '../checksums.ts'
import {
  isBase58Hash,
  isBech32,
  isRoutingNumber,
  isVin,
  ratePaymentCard,
  readIban,
} from '../forms/payment-forms.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearWallet = near(0.95, 'btc|bitcoin|wallet|crypto\\p{L}*|ether\\p{L}*|eth|address')

/** Money and goods. */
export const financeRules: readonly PiiRule[] = [
  {
    label: 'iban',
    pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,32}/g,
    score: 1,
    accept: readIban,
  },
  {
    label: 'payment-card',
    pattern: alone('\\d(?:[ -]?\\d){11,18}'),
    score: 0.95,
    near: near(
      0.95,
      'cards?|visa|master ?card|amex|american express|maestro|discover|credit|debit|diners|jcb|karten?\\p{L}*|kreditkarte\\p{L}*|carte|tarjeta|cart[aã]o|carta|pan|billing|charge',
      { parts: '信用卡|カード' },
    ),
    accept: ratePaymentCard,
  },
  {
    label: 'card-security-code',
    pattern: alone('\\d{3,4}'),
    score: 0,
    near: near(0.7, 'cvv2?|cvc2?|card security code|security code of the card'),
  },
  {
    label: 'crypto-address',
    pattern: /(?<![\w/])[13][1-9A-HJ-NP-Za-km-z]{25,33}(?!\w)/g,
    score: 0.5,
    near: nearWallet,
    accept: isBase58Hash,
  },
  {
    label: 'crypto-address',
    pattern: /(?<![\w/])bc1[02-9ac-hj-np-z]{11,71}(?!\w)/gi,
    score: 0.95,
    accept: isBech32,
  },
  { label: 'crypto-address', pattern: /(?<![\w/])0x[0-9a-f]{40}(?!\w)/gi, score: 0.6, near: nearWallet },
  {
    label: 'us-bank-routing',
    pattern: alone('\\d{9}|\\d{4}-\\d{4}-\\d'),
    score: 0.2,
    near: near(0.85, 'routing|aba|rtn|transit'),
    accept: isRoutingNumber,
  },
  {
    label: 'bank-account',
    pattern: alone('\\d{6,17}|\\d{2,6}(?:[ -]\\d{2,6}){1,4}'),
    score: 0,
    near: near(
      0.75,
      'bank account|bank acct|(?:checking|savings|deposit) account|account (?:number|no|nr|#|is|:)|account #?(?=\\d)|acct|a/c|kontonummer|kontonr|konto-nr|bankkonto|número de cuenta|cuenta bancaria|conta (?:corrente|banc[aá]ria|n[uú]mero)|minha conta|numéro de compte|compte bancaire|numero di conto|rekeningnummer|kontonummer|bank\\p{L}* number',
    ),
  },
  {
    label: 'customer-number',
    pattern: alone('[A-Z]{0,4}-?\\d{5,12}'),
    score: 0,
    near: near(
      0.6,
      '(?:customer|client|member|employee|staff|student|personnel|loyalty)(?: (?:id|number|no\\.?|#)|ship (?:number|no\\.?))|kundennummer|kundennr|mitgliedsnummer|personalnummer|matrikelnummer|numéro (?:de )?client|número de cliente|klantnummer',
    ),
  },
  {
    label: 'uk-sort-code',
    pattern: alone('\\d{2}-\\d{2}-\\d{2}|\\d{6}'),
    score: 0,
    near: near(0.8, 'sort code|sort-code'),
  },
  {
    label: 'vehicle-identification',
    pattern: alone('(?=[A-HJ-NPR-Z0-9]{0,16}\\d)[A-HJ-NPR-Z0-9]{17}'),
    score: 0.55,
    near: near(0.9, 'vin|chassis|fahrgestell\\p{L}*|vehicle identification|bastidor|châssis|telaio'),
    accept: isVin,
  },
  {
    label: 'vehicle-identification',
    pattern: alone('[A-HJ-NPR-Z0-9]{11}\\d{6}'),
    score: 0,
    near: near(0.8, 'vin|chassis|fahrgestell\\p{L}*|vehicle identification'),
  },
  {
    label: 'vat-number',
    pattern: alone(
      '(?:ATU|BE0?|BG|CY|CZ|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|CHE)[ -.]?(?=[A-Z\\d]*\\d{5})[A-Z\\d]{8,12}',
    ),
    score: 0,
    near: near(0.45, 'vat|ust\\p{L}*|tva|iva|btw|moms|mva|uid|p\\.? ?iva|nip|dph'),
  },
  {
    label: 'lei',
    pattern: alone('[A-Z0-9]{18}\\d{2}'),
    score: 0.2,
    accept: (text) => /[A-Z]{2}/.test(text) && modulo97(compact(text)) === 1,
  },
]
