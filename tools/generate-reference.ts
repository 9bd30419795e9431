/**
 * Writes `docs/reference`: checks, commands, configuration, errors, metrics, file formats and the JSON Schema of `assay.yaml`,
 * all from the code that reads them. Usage: node tools/generate-reference.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configurationJsonSchema } from '../packages/cli/src/configuration/json-schema.ts'
import { renderChecksPage } from './reference/render-checks-page.ts'
import { renderCommandsPage } from './reference/render-commands-page.ts'
import { renderConfigurationPage } from './reference/render-configuration-page.ts'
import { renderErrorsPage } from './reference/render-errors-page.ts'
import { renderFormatsPage } from './reference/render-formats-page.ts'
import { renderMetricsPage } from './reference/render-metrics-page.ts'

export const referenceFolder = fileURLToPath(new URL('../docs/reference', import.meta.url))

/** Text by file name. */
export async function renderReference(): Promise<Readonly<Record<string, string>>> {
  return {
    'assay.schema.json': configurationJsonSchema.text(),
    'checks.md': renderChecksPage(),
    'commands.md': await renderCommandsPage(),
    'configuration.md': renderConfigurationPage(),
    'errors.md': renderErrorsPage(),
    'file-formats.md': renderFormatsPage(),
    'metrics.md': renderMetricsPage(),
  }
}

if (import.meta.main) {
  mkdirSync(referenceFolder, { recursive: true })
  for (const [name, text] of Object.entries(await renderReference())) {
    writeFileSync(join(referenceFolder, name), text)
    console.log(`docs/reference/${name}`)
  }
}
