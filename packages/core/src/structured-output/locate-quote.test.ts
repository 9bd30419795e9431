import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateQuote } from './locate-quote.ts'

const found = (quote: string, text: string): string | null => {
  const span = locateQuote(quote, text)
  return span === null ? null : text.slice(span.start, span.end)
}

describe('finding a quote', () => {
  it.each([
    ['30 s', 'It waits 30 s.', '30 s'],
    ['It WAITS: 30 s', 'it **waits** 30 s', 'it **waits** 30 s'],
    ['waits 30 s.', 'It waits 30 s', 'waits 30 s'],
    ['a+b (c)', 'so a+b (c) holds', 'a+b (c)'],
    ['上限は30秒', 'この上限は30秒です。', '上限は30秒'],
    ['$5', 'It costs $5.', '$5'],
    ['available', 'It is (available).', 'available'],
    ['the port is open', 'Export it: the port is open.', 'the port is open'],
    ['to and to', 'Into and to and to.', 'to and to'],
    ['to .', 'It goes to.', 'to'],
    ['homme est mortel', "L'homme est mortel.", 'homme est mortel'],
    ['порт открыт', 'Порт открыт.', 'Порт открыт'],
    ['ราคา', 'ดูราคาสินค้า', 'ราคา'],
    ['ເມືອງ', 'ຢູ່ເມືອງລາວ', 'ເມືອງ'],
    ['ភាសា', 'រៀនភាសាខ្មែរ', 'ភាសា'],
    ['မြန်မာ', 'သည်မြန်မာစာ', 'မြန်မာ'],
    ['サーバ', 'このサーバーは', 'サーバ'],
    ['さくら', 'のさくらが', 'さくら'],
    ['port', 'このportを開く', 'port'],
    ['It waits', 'It ⚠️ waits.', 'It ⚠️ waits'],
  ])('%j stands in %j', (quote, text, words) => {
    expect(found(quote, text)).toBe(words)
  })

  it.each([
    ['3 s', 'It waits 13 s.'],
    ['5 MB', 'It takes 1.5 MB.'],
    ['takes 1', 'It takes 1.5 MB.'],
    ['takes 1', 'It takes 10 MB.'],
    ['31 s', 'It waits 30 s.'],
    ['waits 30 s', 'It waits at most 30 s.'],
    ['available', 'It is unavailable.'],
    ['"available"', 'It is unavailable.'],
    ['port is open', 'The export is open.'],
    ['port is open', 'The port is opened.'],
    ['the port is', "The port isn't open."],
    ['we can', "We can't."],
    ['we can', 'We can’t.'],
    ['waits 30', 'It waits 30ms.'],
    ['5 is out', 'v5 is out.'],
    ['доступен', 'Он недоступен.'],
    ['δυνατό', 'Είναι αδύνατο, όχι δυνατότατο.'],
    ['available', 'It is un\u00ADavailable.'],
    ['خواهم', 'نمی\u200Cخواهم'],
    ['cafe', 'A cafe\u0301 noir.'],
    ['cafe noir', 'A cafe\u0301 noir.'],
    ['𝐀 b', 'x𝐀 b'],
    ['able', 'A cafe\u0301able.'],
    ['ไม', 'ไม่มี'],
    ['', 'It waits.'],
    ['…', 'It waits…'],
  ])('%j does not stand in %j', (quote, text) => {
    expect(found(quote, text)).toBeNull()
  })

  it('finds what was cut out of a text at white space, whatever marks it holds', () => {
    const words = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((word) => !/\s/.test(word)),
      {
        minLength: 3,
      },
    )
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ')
        const quote = parts.slice(1, -1).join(' ')
        fc.pre(/[\p{L}\p{N}]/u.test(quote))
        expect(found(quote, text)).not.toBeNull()
      }),
    )
  })

  it('gives the place of words that stand there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (quote, text) => {
        const words = found(quote, text)
        if (words !== null) expect(found(words, text)).toBe(words)
      }),
    )
  })
})
