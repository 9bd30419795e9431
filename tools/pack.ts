/**
 * Makes installable packages in `dist/`: compiles the TypeScript, copies what lies beside it, rewrites the entries.
 * npm ignores `publishConfig.exports`, so the manifests are written anew. Usage: node tools/pack.ts
 */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const packages = ['contracts', 'core', 'connectors', 'local-models', 'storage', 'sdk', 'server', 'cli']
const out = 'dist'

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
}

/** Assets are found beside the code by their place, so `src/x` becomes `dist/x`, whatever it is. */
function compilePackage(name: string): void {
  const source = `packages/${name}/src`
  const files = globSync(`${source}/**/*`, { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name)
    if (/\.test\.ts$|\/fixtures\//.test(path)) continue
    const target = path.replace(source, `${out}/${name}/dist`)
    mkdirSync(dirname(target), { recursive: true })
    if (!path.endsWith('.ts')) {
      cpSync(path, target)
      continue
    }
    const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), { compilerOptions, fileName: path })
    writeFileSync(target.replace(/\.ts$/, '.js'), outputText)
  }
}

interface Manifest {
  [key: string]: unknown
  name: string
  exports?: Record<string, string>
}

function writeManifest(name: string, instead: Partial<Manifest> = {}): void {
  const manifest: Manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'))
  const exports = Object.fromEntries(
    Object.entries(manifest.exports ?? {}).map(([entry, file]) => [
      entry,
      file.replace('./src/', './dist/').replace(/\.ts$/, '.js'),
    ]),
  )
  const { private: _, ...published } = manifest
  const entries = name === 'cli' ? {} : { exports }
  writeFileSync(
    `${out}/${name}/package.json`,
    `${JSON.stringify({ ...published, ...entries, ...instead, engines: { node: '>=26' } }, null, 2)}\n`,
  )
  for (const file of ['LICENSE', 'NOTICE']) cpSync(file, `${out}/${name}/${file}`)
  if (name === 'cli') cpSync('packages/cli/bin', `${out}/cli/bin`, { recursive: true })
}

/** The pages are published built: their libraries are in the bundle, so the package needs none. */
async function copyPages(): Promise<void> {
  const { pagesFolder } = await import('../packages/web/pages.mjs')
  cpSync(await pagesFolder(), `${out}/web/dist`, { recursive: true })
  for (const file of ['pages.mjs', 'pages.d.mts']) cpSync(`packages/web/${file}`, `${out}/web/${file}`)
  writeManifest('web', { dependencies: {}, devDependencies: {} })
}

function packPackage(name: string): void {
  const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', '..'], {
    cwd: `${out}/${name}`,
    encoding: 'utf8',
  })
  if (packed.status !== 0) throw new Error(`npm pack of ${name} failed: ${packed.stderr}`)
  console.log(`${out}/${packed.stdout.trim()}`)
}

rmSync(out, { recursive: true, force: true })
for (const name of [...packages, 'web']) mkdirSync(`${out}/${name}`, { recursive: true })
for (const name of packages) {
  compilePackage(name)
  writeManifest(name)
}
await copyPages()
for (const name of [...packages, 'web']) packPackage(name)
