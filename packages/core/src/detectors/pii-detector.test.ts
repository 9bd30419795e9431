import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passesLuhn, passesModulo11And10, passesVerhoeff, modulo97 } from './checksums.ts'
import { piiDetector } from './pii-detector.ts'

const find = (text: string) =>
  piiDetector
    .detectText(text)
    .spans.filter(({ score }) => score >= 0.5)
    .map(({ start, end, label }) => `${label} ${text.slice(start, end)}`)

// Numbers with a check digit are their issuers' published specimens, or made to pass the published rule.
it.each([
  ['Write to ada.lovelace+x@mail.example.co.uk, please.', 'email ada.lovelace+x@mail.example.co.uk'],
  ['Größe an jürgen@müller.example.', 'email jürgen@müller.example'],
  ['<ada@example.org>', 'email ada@example.org'],
  ['Call +44 20 7946 0958 now', 'phone +44 20 7946 0958'],
  ['Call +1 (415) 555-2671.', 'phone +1 (415) 555-2671'],
  ['(415) 555-2671', 'phone (415) 555-2671'],
  ['415-555-2671', 'phone 415-555-2671'],
  ['01 42 68 53 00', 'phone 01 42 68 53 00'],
  ['Tel.: 030 901820', 'phone 030 901820'],
  ['IBAN: GB82WEST12345698765432 is his', 'iban GB82WEST12345698765432'],
  ['DE89 3704 0044 0532 0130 00', 'iban DE89 3704 0044 0532 0130 00'],
  ['4111 1111 1111 1111', 'payment-card 4111 1111 1111 1111'],
  ['amex 378282246310005', 'payment-card 378282246310005'],
  ['from 203.0.113.7:8080', 'ip-address 203.0.113.7'],
  ['2001:db8:85a3::8a2e:370:7334', 'ip-address 2001:db8:85a3::8a2e:370:7334'],
  ['SSN 536-90-4399', 'us-ssn 536-90-4399'],
  ['His social security number is 536904399', 'us-ssn 536904399'],
  ['NHS number 943 476 5919', 'uk-nhs-number 943 476 5919'],
  ['NI: AB 12 34 56 C', 'uk-national-insurance AB 12 34 56 C'],
  ['Steuer-ID: 86095742719', 'de-tax-id 86095742719'],
  ['DNI 12345678Z', 'es-dni 12345678Z'],
  ['NIE X1234567L', 'es-dni X1234567L'],
  ['codice RSSMRA85T10A562S', 'it-tax-code RSSMRA85T10A562S'],
  ['NIR 2 55 08 14 168 025 38', 'fr-social-security 2 55 08 14 168 025 38'],
  ['BSN 111222333', 'nl-bsn 111222333'],
  ['PESEL 44051401359', 'pl-pesel 44051401359'],
  ['CPF 529.982.247-25', 'br-cpf 529.982.247-25'],
  ['2341 2341 2346', 'in-aadhaar 2341 2341 2346'],
  ['HETU 131052-308T', 'fi-identity-code 131052-308T'],
  ['811228-9874', 'se-personal-number 811228-9874'],
  ['SIN: 130 692 544', 'ca-sin 130 692 544'],
  ['NRIC S1234567D', 'sg-identity S1234567D'],
  ['TFN 123 456 782', 'au-tax-file-number 123 456 782'],
  ['routing number 021000021', 'us-bank-routing 021000021'],
])('finds in %j: %s', (text, found) => {
  expect(find(text)).toEqual([found])
})

it.each([
  'The limit is 1048576 bytes (1,048,576), since 2024-01-15 12:30:45.',
  'Version 1.2.3.4 and v10.20.30.40; bind to 127.0.0.1 or 0.0.0.0, mask 255.255.255.0.',
  'In the office network it is 192.168.1.20 or fe80::1.',
  'icon@2x.png, @scope/name@1.2.3, git@github.com:owner/name.git',
  'std::vector<a::b> at 10:20:30 and ::1',
  'DE89 3704 0044 0532 0130 01',
  '4111 1111 1111 1112 and 1234 5678 9012 3456',
  '000-12-3456, 666-12-3456, 900-12-3456, 536-00-4399, 078-05-1120',
  'order 111222333, part 44051401359, code 046454286',
  'OTel main since 2026-05-05; calls took 1.25 2.50 3.75 ms',
  '550e8400-e29b-41d4-a716-446655440000 sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
  'pi is 3.14159265358979323846',
])('finds nothing in %j', (text) => {
  expect(find(text)).toEqual([])
})

describe('check digits', () => {
  const digits = (least: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: 18 }).map((each) => each.join(''))

  it.each([
    ['Luhn', passesLuhn],
    ['Verhoeff', passesVerhoeff],
    ['modulo 11,10', passesModulo11And10],
  ])('of %s: one last digit fits, and any single wrong digit is noticed', (_, passes) => {
    fc.assert(
      fc.property(digits(6), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, more) => {
        const fitting = '0123456789'.split('').filter((digit) => passes(body + digit))
        expect(fitting).toHaveLength(1)
        const whole = `${body}${fitting[0]}`
        const place = at % whole.length
        const wrong = whole.slice(0, place) + ((Number(whole[place]) + more) % 10) + whole.slice(place + 1)
        expect(passes(wrong)).toBe(false)
      }),
    )
  })

  it('of modulo 97 equals whole-number division', () => {
    fc.assert(
      fc.property(digits(1), (text) => {
        expect(modulo97(text)).toBe(Number(BigInt(text) % 97n))
      }),
    )
  })
})

it('gives spans in order that do not overlap, for any text', () => {
  const piece = fc.constantFrom(
    '+',
    '0',
    '1',
    '44',
    '4111',
    ' ',
    '-',
    '.',
    '@',
    'a',
    ':',
    '(',
    ')',
    'tel',
    'DE89',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('')
      let before = 0
      for (const { start, end } of piiDetector.detectText(text).spans) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        before = end
      }
      expect(before).toBeLessThanOrEqual(text.length)
    }),
  )
})

it.each(['a', '1', '1 ', 'a.', 'a@b.co ', ':', 'a:', '+1', '0 ', 'a@', '@a.', '(1)', 'AB12', '1.1.'])(
  'reads a long text of %j in linear time',
  (piece) => {
    const measure = (length: number) => {
      const text = piece.repeat(length / piece.length)
      const started = performance.now()
      piiDetector.detectText(text)
      return performance.now() - started
    }
    measure(2000)
    expect(measure(80_000)).toBeLessThan(20 * Math.max(measure(20_000), 10))
  },
)
