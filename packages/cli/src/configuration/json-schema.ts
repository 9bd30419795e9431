import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { configurationSchema } from '@assay/contracts'

/** The JSON Schema of `assay.yaml`, for editors: derived from the one definition. */
export const configurationJsonSchema = {
  text: (): string => `${JSON.stringify(z.toJSONSchema(configurationSchema, { io: 'input' }), null, 2)}\n`,
  async writeTo(file: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, configurationJsonSchema.text())
  },
}
