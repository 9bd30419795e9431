import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import papa from 'papaparse'
import { normaliseText } from '../../packages/core/src/detectors/normalise/normalise-text.ts'
import { abstractTokens, toxicityFeatures } from '../../packages/core/src/detectors/toxicity/abstract-text.ts'
import { readTokens } from '../../packages/core/src/detectors/toxicity/read-tokens.ts'
import { repairSpelling } from '../../packages/core/src/detectors/toxicity/repair-spelling.ts'
import { makeToxicitySentences } from './toxicity-sentences.ts'
import { trainLinearModel, type TrainingRow } from './train-linear-model.ts'

/**
 * Trains the model of hate against groups on sentences of its own making, the tweets of tox-davidson (hate against
 * neither) and harmless sentences of bias-winobias and intent-banking77, all openly licensed and none share-alike. Run after
 * a change of lists, of how texts are read, or of templates; raise the detector's version.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(`${root}../shared/data/${path}`, 'utf8')

/** Tweets are many and their labels are noisy. */
const tweetWeight = 0.3
const harmlessWeight = 0.5
/** There are four times as many harmless sentences as hateful ones. */
const hatefulWeight = 2

function readTweets(): readonly TrainingRow[] {
  const { data } = papa.parse<Record<string, string>>(read('tox-davidson/labeled_data.csv'), {
    header: true,
    skipEmptyLines: true,
  })
  return data.flatMap((row) =>
    row['class'] === '1'
      ? []
      : [{ text: cleanTweet(row['tweet'] ?? ''), label: row['class'] === '0' ? 1 : 0, weight: tweetWeight }],
  )
}

const cleanTweet = (tweet: string): string =>
  tweet
    .replaceAll(/&#\d+;|https?:\S+|@\w+:?/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/^[!"\s]*(?:RT )?/, '')

function readHarmless(): readonly TrainingRow[] {
  const every = (texts: readonly string[], step: number) => texts.filter((_, index) => index % step === 0)
  const winobias = readWinobias()
  return [...winobias, ...winobias.map(nameGroup), ...every(readBanking(), 5)].map((text) => ({
    text,
    label: 0,
    weight: harmlessWeight,
  }))
}

const readWinobias = (): readonly string[] =>
  ['1', '2']
    .flatMap((type) => read(`bias-winobias/pro_stereotyped_type${type}.txt.dev`).split('\n'))
    .filter((line) => line !== '')
    .map((line) => line.replace(/^\d+ /, '').replaceAll(/[[\]]/g, ''))

const readBanking = (): readonly string[] =>
  papa
    .parse<Record<string, string>>(read('intent-banking77/train.csv'), { header: true, skipEmptyLines: true })
    .data.map((row) => row['text'] ?? '')

const members = ['woman', 'trans man', 'gay man', 'black woman', 'Muslim', 'migrant', 'Jew', 'deaf man']

/** Somebody of a group in the place of somebody of a trade: what they do is as harmless. */
const nameGroup = (sentence: string, index: number): string =>
  sentence.replace(
    /\b(the) [a-z]+(?:er|or|ist|ian|ant|ary|man|t)\b/i,
    `$1 ${members[index % members.length] ?? ''}`,
  )

const rows = [
  ...makeToxicitySentences().map((row) => ({ ...row, weight: row.label === 1 ? hatefulWeight : 1 })),
  ...readTweets(),
  ...readHarmless(),
].map((row) => ({ ...row, text: abstractTokens(readTokens(repairSpelling(normaliseText(row.text)).text)) }))

const { settings: _, ...weights } = trainLinearModel(rows, {
  settings: toxicityFeatures,
  penalty: 3e-5,
})
writeFileSync(`${root}packages/core/src/detectors/toxicity/weights.json`, `${JSON.stringify(weights)}\n`)
process.stdout.write(`${rows.length} rows, ${rows.filter(({ label }) => label === 1).length} of them hate\n`)
