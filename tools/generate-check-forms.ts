import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toCheckForms } from './to-check-forms.ts'

/** Writes what the hub's pages ask for each check: they cannot load the checks themselves. A test holds it up to date. */
const path = fileURLToPath(
  new URL('../packages/web/src/pages/documents/checks/check-forms.data.ts', import.meta.url),
)
await writeFile(
  path,
  [
    "import type { CheckForm } from './check-form.ts'",
    '',
    '/** Made by `node tools/generate-check-forms.ts`. */',
    `export const checkForms: readonly CheckForm[] = ${JSON.stringify(toCheckForms())}`,
    '',
  ].join('\n'),
)
execFileSync('oxfmt', [path])
