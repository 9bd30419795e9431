/**
 * Records what a real model says where the judges ask one, so that their accuracy is measured again without it.
 *   node tools/recordings/record-judges.ts requests FOLDER [PARTS]   writes what nobody answered yet, one request after another
 *   node tools/recordings/record-judges.ts answers FOLDER "a large language model"   takes the answers of answers-*.jsonl: {"id", "answer"}
 * Some judges ask again on what was answered: write requests anew until none is left.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ModelRequest } from '@assay/contracts'
import { judgeRecorded } from './judge-recorded.ts'
import { packAnswer } from './pack-answer.ts'
import { readRecordings, recordedJudges, writeRecordings, type RecordedJudge } from './recordings-file.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const read = (path: string): string => readFileSync(data + path, 'utf8')
const [, , action, folder = '', third = ''] = process.argv

const open = await findOpen()
if (action === 'requests') writeRequests(Number(third) || 1)
else if (action === 'answers') takeAnswers(third)
else throw new Error('requests FOLDER [PARTS], or answers FOLDER "which kind of model"')

interface OpenRequest {
  readonly id: string
  readonly judge: RecordedJudge
  readonly key: string
  readonly request: ModelRequest
}

async function findOpen(): Promise<readonly OpenRequest[]> {
  const all: OpenRequest[] = []
  for (const judge of recordedJudges)
    for (const [key, request] of (await judgeRecorded(judge, read)).missing)
      all.push({ id: key.slice(0, 12), judge, key, request })
  return all
}

/** By prompt; what all its requests end with stands once, before them. In the order of their hashes: it tells nothing of the rows. */
function writeRequests(parts: number): void {
  mkdirSync(folder, { recursive: true })
  const ordered = open.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  for (let part = 0; part < parts; part += 1) {
    const mine = ordered.filter((_, index) => index % parts === part)
    const groups = Map.groupBy(mine, ({ request }) => request.prompt ?? '')
    const text = [...groups].map(([prompt, requests]) => describeGroup(prompt, requests)).join('\n')
    writeFileSync(join(folder, `requests-${part + 1}.txt`), text)
    console.log(`requests-${part + 1}.txt: ${mine.length} requests`)
  }
}

function describeGroup(prompt: string, requests: readonly OpenRequest[]): string {
  const texts = requests.map(({ request }) =>
    request.messages.map(({ role, content }) => `[${role}]\n${content}`).join('\n'),
  )
  const end = commonEnd(texts)
  const asked = requests.map(({ id }, index) => `##### request ${id}\n${texts[index]?.slice(0, -end.length)}`)
  return `========== ${prompt}: each of its requests ends with\n${end}\n${asked.join('\n')}`
}

/** Whole lines that all texts end with. */
function commonEnd(texts: readonly string[]): string {
  const [first = ''] = texts
  const lines = first.split('\n')
  for (let from = 1; from < lines.length; from += 1) {
    const end = `\n${lines.slice(from).join('\n')}`
    if (texts.every((text) => text.endsWith(end))) return end
  }
  return ''
}

function takeAnswers(by: string): void {
  if (by === '') throw new Error('say which kind of model answered')
  const at = new Date().toISOString().slice(0, 10)
  const byId = new Map(open.map((request) => [request.id, request]))
  const fresh = new Map<RecordedJudge, ReturnType<typeof readRecordings>[number][]>()
  for (const file of globSync(join(folder, 'answers-*.jsonl')))
    for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
      if (line.trim() === '') continue
      const { id, answer }: { id: string; answer: unknown } = JSON.parse(line)
      const asked = byId.get(id)
      if (asked === undefined) {
        console.log(`${file}, line ${index + 1}: no open request ${id}`)
        continue
      }
      const packed = packAnswer(JSON.stringify(answer), asked.request)
      fresh.set(asked.judge, [...(fresh.get(asked.judge) ?? []), { key: asked.key, answer: packed, by, at }])
    }
  for (const [judge, recordings] of fresh) {
    writeRecordings(judge, [...readRecordings(judge), ...recordings])
    console.log(`${judge}: ${recordings.length} answers recorded`)
  }
}
