/** Bytes the hub takes at once; base64 makes four of three. */
export const largestFile = 36_000_000

interface ReadFile {
  readonly text: string
  readonly encoding: 'text' | 'base64'
}

/** A file as the hub takes it: text as it is, a spreadsheet as base64. */
export async function readFile(file: File): Promise<ReadFile> {
  if (!/\.xlsx$/i.test(file.name)) return { text: await file.text(), encoding: 'text' }
  return { text: await toBase64(file), encoding: 'base64' }
}

const toBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    // `data:…;base64,` stands before it.
    reader.addEventListener('load', () => {
      const { result } = reader
      resolve(typeof result === 'string' ? result.replace(/^[^,]*,/, '') : '')
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)))
    reader.readAsDataURL(file)
  })

/** "840 B", "12 kB", "3.4 MB". */
export function toSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
