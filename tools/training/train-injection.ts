/** Makes the weights of the injection and jailbreak detectors again: `node tools/training/train-injection.ts`, then `npm run fix`. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openLinearModel } from '../../packages/core/src/detectors/classifier/linear-model.ts'
import { trainOrderPlaces } from './injection/order-places.ts'
import { readOrderRows } from './injection/order-rows.ts'
import { readDirectRows, readJailbreakRows } from './injection/training-rows.ts'
import { trainLinearModel } from './train-linear-model.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const target = path.join(root, 'packages/core/src/detectors/injection')
const read = (file: string): string => readFileSync(path.join(root, '../shared/data', file), 'utf8')
const write = (name: string, value: unknown): void =>
  writeFileSync(path.join(target, name), `${JSON.stringify(value)}\n`)

const ngrams = { words: [1, 3], characters: [3, 5] } as const

const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)

if (isWanted('direct'))
  write(
    'direct-model.json',
    trainLinearModel(readDirectRows(read), {
      settings: { bits: 17, ...ngrams },
      // Chosen on sets kept apart: weaker, and templates are learned by heart.
      penalty: 1e-4,
      folds: 0,
    }),
  )
if (isWanted('jailbreak'))
  write(
    'jailbreak-model.json',
    trainLinearModel(readJailbreakRows(read), {
      settings: { bits: 16, ...ngrams },
      folds: 0,
    }),
  )
if (isWanted('orders')) {
  const order = trainLinearModel(readOrderRows(read), {
    settings: { bits: 16, ...ngrams },
    folds: 0,
  })
  write('order-model.json', { order, places: trainOrderPlaces(read, openLinearModel(order)) })
}
