/** A word written as another was: `She` for `He`, `MUSLIM` for `CHRISTIAN`; names of peoples keep their capital. */
export function keepCase(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase()
  return /^[A-Z]/.test(model) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word
}
