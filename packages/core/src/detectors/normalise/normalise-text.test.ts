import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseText } from './normalise-text.ts'

it.each([
  ['ѕесrеt plаn', 'secret plan', 'letters of other scripts in Latin words'],
  ['ｏｐｅｎ ｔｈｅ ｄｏｏｒ', 'open the door', 'full-width letters'],
  ['𝗈𝗉𝖾𝗇 𝕥𝕙𝕖 door', 'open the door', 'mathematical letters'],
  ['op\u200ben the\u2060 do\u00ador', 'open the door', 'characters without width'],
  ['\u202eopen\u202c', 'open', 'marks of direction'],
  ['o p e n  the door', 'open  the door', 'letters set apart'],
  ['o.p.e.n the door', 'open the door', 'letters with points between'],
  ['0pen the s3cret d00r', 'open the secret door', 'digits for letters'],
  ['o̶p̶e̶n̶', 'open', 'struck letters'],
])('reads %j as %j: %s', (text, wanted) => {
  expect(normaliseText(text).text).toBe(wanted)
})

it.each([
  'Привет, мир',
  'Ελληνικά και άλλα',
  'नमस्ते दुनिया',
  'สวัสดี',
  'naïve café in Łódź, crème brûlée',
  'sha256, mp3, utf8, ipv6, k8s, gpt4, 3rd, B2B, e2e',
  'e.g. the U.S.A. on 2024-01-02 at 10:30',
  'mail me at j0hn5@mail.example',
  'the cost is $40 or 100%',
  '|name|role|city|\n|ada|clerk|ulm|\n|bob|cook|bonn|',
  'name|role|city\nada|clerk|ulm',
  'roleroleroleroleroler|citycity|bonn',
  '|ada smith|head cook|',
  'name|role\nada|cook',
  'yes|no',
  '<|system|> |x |y',
  'pear|30, 12|plum, a1|b2',
])('leaves %j alone', (text) => {
  expect(normaliseText(text).text).toBe(text)
})

it('reads the digits in the cells of a compact table', () => {
  expect(normaliseText('|0pen|d00rs|').text).toBe('|open|doors|')
})

it('leaves a ligature of a whole phrase, which would make a text grow without bound', () => {
  expect(normaliseText('\ufdfa').text).toBe('\ufdfa')
})

it('knows where each unit of the result stood', () => {
  const source = 'say ｏｐｅｎ, d\u200bo\u200bo\u200br and s3cret'
  const { text, origins } = normaliseText(source)
  const at = text.indexOf('door')
  expect(source.slice(origins[at], origins[at + 4])).toBe('d\u200bo\u200bo\u200br')
  expect(origins.at(-1)).toBe(source.length)
})

it('has an origin for each unit and the end, never going back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      const { text, origins } = normaliseText(source)
      expect(origins).toHaveLength(text.length + 1)
      expect(origins.at(-1)).toBe(source.length)
      expect([...origins].every((origin, index) => index === 0 || origin >= (origins[index - 1] ?? 0))).toBe(
        true,
      )
    }),
  )
})

it('reads long texts of one repeated piece in linear time', () => {
  for (const piece of [
    'a',
    'a ',
    '1a',
    'а',
    'é',
    '\u200b',
    'а̶',
    'i.',
    '𝗈',
    '@',
    '!',
    '\u0301\u0323\u05b0',
    '\ufdfa',
    'ab|',
    '!a|a',
  ]) {
    const started = performance.now()
    normaliseText(piece.repeat(100_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(1500)
  }
})
