/**
 * Takes the pictures of the README: the first screen of the demo's report, light and dark.
 * Usage: npm run demo, then node tools/report-picture.ts [REPORT.html]
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)
const schemes = ['light', 'dark'] as const
const viewport = { width: 1120, height: 840 }
const maxBytes = 300_000

const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'docs', 'pictures')
const report = resolve(process.argv[2] ?? join(root, '.assay', 'runs', 'demo', 'report.html'))

async function takePictures(executablePath: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    for (const colorScheme of schemes) {
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })
      await page.goto(pathToFileURL(report).href)
      const path = join(pictures, `report-${colorScheme}.png`)
      await page.screenshot({ path })
      await page.close()
      const { size } = statSync(path)
      if (size > maxBytes)
        throw new Error(`${path} has ${size} bytes; at most ${maxBytes} belong in a README`)
      console.log(`${path} (${Math.round(size / 1000)} kB)`)
    }
  } finally {
    await browser.close()
  }
}

if (!existsSync(report)) {
  console.error(`${report} is not there: run npm run demo first, or name a report`)
  process.exitCode = 2
} else if (browserPath === undefined) {
  console.error('no Chromium was found: install one')
  process.exitCode = 2
} else {
  await takePictures(browserPath)
}
