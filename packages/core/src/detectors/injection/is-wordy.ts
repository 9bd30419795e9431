const word = /\p{L}[\p{L}\p{M}'’]*/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u

/** Three words or more, or as much in a script without blanks: less than that asks for nothing. */
export const isWordy = (text: string): boolean => (text.match(word)?.length ?? 0) >= 3 || unspaced.test(text)
