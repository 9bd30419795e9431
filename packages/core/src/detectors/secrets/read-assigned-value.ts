export interface AssignedValue {
  readonly start: number
  readonly end: number
  readonly value: string
  /** What the name goes on with after the keyword: `_expires_in`. */
  readonly nameEnd: string
  readonly isQuoted: boolean
  /** Only blanks or `is` stand between: in prose and on command lines. */
  readonly isWeak: boolean
}

const restOfName = /[\w.-]{0,40}/y

/** How a value may follow its name, in the languages of code, configuration and shell; the first that fits counts. */
const joints: readonly RegExp[] = [
  // name="…" value="…"; name: …, value: …; {"name": "…", "value": "…"}
  /\\?["']?,?\s{1,30}\\?["']?(?:\w{1,12}:)?(?:value|default|content)\\?["']?\s{0,3}[:=]\s{0,3}/iy,
  // <key>…</key><string>
  /<\/key>\s{0,20}<string>/iy,
  // variable "…" { default = "…" }
  /"\s{0,3}\{[^{}]{0,120}?\bdefault\s{0,8}=\s{0,3}/iy,
  // Name { get; set; } = "…"
  /\s\{ ?get; ?(?:\w{0,8} ?set; ?)?\} ?=\s{0,3}/iy,
  // =, :, =>, :=, ==, ||=, <name>, ("name", …), name: Type = …
  /\\?["'`\])]{0,3}[ \t]{0,12}(?::[ \t]?[&\w.<>?[\]]{1,20}[ \t]?(?==[ \t]?\S))?(?:[=:>,]|\?[?:=]|\|\||->){1,3}[ \t]{0,12}/y,
  // setName("…")
  /\([ \t]?(?=\\?["'`])/y,
]

/** name "…", --name …, name is … */
const weakJoint = /["'`]? {1,3}(?:(?:is|ist|lautet|es|est|was|to)(?:: ?| {1,3}))?/iy

/** Wrappers of a literal and schemes of a header: `[]byte("`, `SecretStr(`, `b'`, `Bearer `. */
const opening =
  /(?:(?:new )?[\w.:[\]]{0,24}\([ \t]?)?(?:[bfruL@$]{0,2}(\\?["'`]))?(?:(?:bearer|token|apikey|ssws)[ \t]{1,3})?/iy

const quoted: Readonly<Record<string, RegExp>> = {
  '"': /[^"\n\\]{4,300}/y,
  "'": /[^'\n\\]{4,300}/y,
  '`': /[^`\n\\]{4,300}/y,
}
/** Without quotes `&` may start the next parameter of an address. */
const bare = /(?:[^\s"'`,;<>(){}[\]\\&|]|&(?!\w{1,30}=)){4,300}/y

/** The value that what stands before `from` names, or `null`. */
export function readAssignedValue(text: string, from: number): AssignedValue | null {
  const nameEnd = match(restOfName, text, from)?.[0] ?? ''
  const nameStop = from + nameEnd.length
  const strong = firstMatch(text, nameStop)
  const joint = strong ?? match(weakJoint, text, nameStop)
  if (!joint) return null
  const open = match(opening, text, nameStop + joint[0].length)
  const quote = open?.[1]?.at(-1)
  const start = nameStop + joint[0].length + (open?.[0].length ?? 0)
  const value = trimEnd(match((quote && quoted[quote]) || bare, text, start)?.[0] ?? '', quote !== undefined)
  const end = start + value.length
  if (value === '' || (quote === undefined && /[([{]/.test(text.charAt(end)))) return null
  return { start, end, value, nameEnd, isQuoted: quote !== undefined, isWeak: strong === null }
}

const firstMatch = (text: string, at: number): RegExpExecArray | null => {
  for (const joint of joints) {
    const found = match(joint, text, at)
    if (found) return found
  }
  return null
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The full stop of a sentence is no part of what it tells. */
const trimEnd = (value: string, isQuoted: boolean): string => (isQuoted ? value : value.replace(/[.:]+$/, ''))
