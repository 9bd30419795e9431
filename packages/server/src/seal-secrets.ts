import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hub } from './hub.ts'

/** AES-256-GCM with a nonce of its own for every text: `v1.<nonce>.<tag>.<text>`, base64url. */
export function createSeal(key: Buffer): Hub['seal'] {
  return {
    close(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return ['v1', ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
        '.',
      )
    },
    open(sealed) {
      const [, nonce = '', tag = '', text = ''] = sealed.split('.')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
      decipher.setAuthTag(Buffer.from(tag, 'base64url'))
      return decipher.update(text, 'base64url', 'utf8') + decipher.final('utf8')
    },
  }
}

/** The given key, else the one of the data folder, made at the first start with mode 0600. 32 bytes. */
export async function readSealKey(dataFolder: string, given: string | null): Promise<Buffer> {
  if (given !== null) return checked(Buffer.from(given, 'base64'))
  const path = join(dataFolder, 'secret.key')
  try {
    await writeFile(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return checked(Buffer.from(await readFile(path, 'utf8'), 'base64'))
}

function checked(key: Buffer): Buffer {
  if (key.length !== 32) throw new Error('the key for secrets is not 32 bytes in base64')
  return key
}
