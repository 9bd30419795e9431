import { expect, it } from 'vitest'
import { completeNames } from './complete-names.ts'

/** `<person Ada Berg> MD`: what was tagged. */
function complete(marked: string): readonly string[] {
  let text = ''
  const names = marked.split(/(<\w+ [^>]+>)/).flatMap((part) => {
    const [, label, value = part] = /^<(\w+) ([^>]+)>$/.exec(part) ?? []
    text += value
    return label === undefined
      ? []
      : [{ start: text.length - value.length, end: text.length, label, score: 0.9 }]
  })
  return completeNames(text, names).map(({ start, end, label }) => `${label} ${text.slice(start, end)}`)
}

it.each([
  ['<person Ada Berg> MD said so', 'person Ada Berg MD'],
  ['<person Ada Berg>, Ph.D., said so', 'person Ada Berg, Ph.D.'],
  ['<person John Hale> III came', 'person John Hale III'],
  ['to <address 5 Mill Road, Harwick>, <location Norway> by post', 'address 5 Mill Road, Harwick, Norway'],
  ['to <address 5 Mill Road\nHarwick>\n 40213 by post', 'address 5 Mill Road\nHarwick\n 40213'],
])('completes %j', (marked, whole) => {
  expect(complete(marked)).toEqual([whole])
})

it.each([
  ['<person Ada Berg> MDR reports', ['person Ada Berg']],
  ['<organization Berg> MD', ['organization Berg']],
  ['<address 5 Mill Road> 40213 55 16', ['address 5 Mill Road']],
  ['<address 5 Mill Road>, <location Harwick>', ['address 5 Mill Road', 'location Harwick']],
  [
    '<address 5 Mill Road, Harwick>, or <location Norway>',
    ['address 5 Mill Road, Harwick', 'location Norway'],
  ],
  ['<address 5 Mill Road> and <location Norway>', ['address 5 Mill Road', 'location Norway']],
  ['<person Ada Berg>, <location Norway>', ['person Ada Berg', 'location Norway']],
])('leaves %j as it is', (marked, names) => {
  expect(complete(marked)).toEqual(names)
})
