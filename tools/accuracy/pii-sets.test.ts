import { expect, it } from 'vitest'
import { readSentences, readSpecifications } from './pii-sets.ts'

const specification = (text: string, ...values: readonly string[]) => ({
  Input: text,
  Results: values.map((value) => ({ Text: value })),
})
const languages: Readonly<Record<string, readonly unknown[]>> = {
  English: [
    specification('Tel: 030 5550142', '030 5550142'),
    specification('at Acme.example', 'acme.example'),
    specification('none'),
  ],
  German: [
    specification('Ruf: 030-5550142', '030-5550142'),
    specification('bei acme.example', 'acme.example'),
    specification('keine'),
  ],
}

it('holds translations of one case together, by their digits or else their values', () => {
  const read = (path: string) => JSON.stringify(languages[path.split('/')[1] ?? ''] ?? [])
  const keys = readSpecifications(read, 'PhoneNumber').map(({ clusterKey }) => clusterKey)
  expect(keys).toEqual(['0305550142', 'acme.example', undefined, '0305550142', 'acme.example', undefined])
})

it('holds sentences of one template together', () => {
  const rows = [7, 7, 9].map((template) => ({ full_text: 'Ada', template_id: template, spans: [] }))
  const keys = readSentences(() => JSON.stringify(rows)).map(({ clusterKey }) => clusterKey)
  expect(keys).toEqual(['7', '7', '9'])
})
