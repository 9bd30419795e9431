import type { Segment } from './split-segments.ts'

export type TextForm = 'request' | 'data' | 'document' | 'writing'

/**
 * What a text is, by its source if that is told, else by its form. `data`: a mail, a table, code, a record, which holds
 * no order to a model. `document`: writing for people, said to be read as data. `writing`: the same, but it may be a
 * user's. `request`: all else.
 */
export function tellForm(text: string, segments: readonly Segment[], source: string | undefined): TextForm {
  if (source !== undefined && asksItself.test(source)) return 'request'
  if (isDocument(text, segments)) return source === undefined ? 'writing' : 'document'
  return source !== undefined || isMail(text) || isMostlyRows(segments) || isCodeAnswer(text, segments)
    ? 'data'
    : 'request'
}

const asksItself = /^\s*(?:user|prompt|question|request|chat|human|input)\b/i

const headings = /^#{1,6} \S.*$|^[^\n]{3,80}\n(?:={3,}|-{3,})$|^\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*\r?$/m
const emphasis = /\*\*[^*\n]{2,80}\*\*|\[[^\]\n]{1,80}\]\([^)\n]{1,200}\)|^[ \t]*[-*] \S/gm

const isDocument = (text: string, segments: readonly Segment[]): boolean =>
  headings.test(text) || (text.match(emphasis)?.length ?? 0) >= Math.max(2, segments.length / 6)

const mailHead = /^(?:subject|from|to|sent|date|cc|email_from|received date):\s?\S/im
const greeting = /^[ \t]*(?:hi|hello|dear|good (?:morning|afternoon)|hey)\b[^\n.!?]{0,40},/im
const mailEnd =
  /\b(?:kind|best|warm) regards\b|\bsincerely\b|\bunsubscribe\b|\breply to this e-?mail\b|\bcheers,|\bthe [\w ]{2,30} team\b|\bdo not reply\b|\bsent (?:from|with)\b|\bprivacy policy\b/i

const isMail = (text: string): boolean =>
  mailHead.test(text) ||
  (greeting.test(text) && mailEnd.test(text)) ||
  (greeting.test(text) && text.length > 200 && /\byour\b/i.test(text))

const isMostlyRows = (segments: readonly Segment[]): boolean =>
  segments.filter(({ form }) => form === 'row').length > Math.max(1, segments.length / 2)

/** Code with remarks, or remarks on names of code. */
const isCodeAnswer = (text: string, segments: readonly Segment[]): boolean =>
  segments.filter(({ form }) => form === 'code').length > Math.max(1, segments.length / 4) ||
  (text.match(/`[^`\n]+`/g)?.length ?? 0) >= 2 ||
  /^\s*[[{]\s*"/.test(text)
