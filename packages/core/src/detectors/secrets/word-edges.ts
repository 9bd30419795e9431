/** A capital after a small letter starts a word: `myDatadogKey`. */
export function startsWord(text: string, start: number): boolean {
  const [before, first] = [text.charAt(start - 1), text.charAt(start)]
  return !/[A-Za-z]/.test(before) || (/[a-z]/.test(before) && /[A-Z]/.test(first))
}

/** `ably` does not end one in `ablyrics`. */
export function endsWord(text: string, end: number): boolean {
  const [last, after] = [text.charAt(end - 1), text.charAt(end)]
  return !/[A-Za-z]/.test(last) || !/[A-Za-z]/.test(after) || (/[a-z]/.test(last) && /[A-Z]/.test(after))
}
