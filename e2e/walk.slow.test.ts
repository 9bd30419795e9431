import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { questions, startHttpAssistant, type HttpAssistant } from './http-assistant.ts'
import { newVisitor, openBrowser, takePictures, type Visitor } from './open-browser.ts'
import { startHub, type StartedHub } from './start-hub.ts'

/** The first minutes of a newcomer, by hand: each step is one that a person does on the page, and reads there. */
let hub: StartedHub
let assistant: HttpAssistant
let browser: Browser
let ada: Visitor

beforeAll(async () => {
  ;[hub, assistant, browser] = await Promise.all([startHub(), startHttpAssistant(), openBrowser()])
  ada = await newVisitor(browser)
})

afterAll(async () => {
  await browser?.close()
  await Promise.all([hub?.stop(), assistant?.close()])
})

const goTo = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 25_000 })
const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

test('makes the first person and a project by the link of the terminal', async () => {
  const { page } = ada
  await page.goto(hub.setupUrl)
  await page.fill('input[autocomplete=name]', 'Ada Lindqvist')
  await page.fill('input[type=email]', 'ada@example.org')
  await page.fill('input[autocomplete=new-password]', 'marmalade-tunnel-orbit')
  await page.click('button[type=submit]')
  await page.getByRole('button', { name: 'Make the first project' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Shops')
  await submit(page, 'New project')
  await see(page, 'How does Shops stand?')
  await takePictures(page, 'overview-empty')
})

test('imports a test set from a spreadsheet', async () => {
  const { page } = ada
  await goTo(page, 'Test sets')
  await page.getByText('New test set').first().click()
  await page.getByRole('dialog').getByLabel('Name').fill('Opening hours')
  await submit(page, 'Make the test set')
  await see(page, 'What does “Opening hours” ask?')
  await goTo(page, 'Import')
  const rows = questions.map(({ question, answer }) => `"${question}","${answer}"`)
  const text = ['question,reference_answer', ...rows].join('\n')
  const file = { name: 'hours.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').setInputFiles(file)
  await see(page, /hours\.csv/)
  await submit(page, 'Import')
  await see(page, `${questions.length} active cases`)
  await takePictures(page, 'test-set')
})

test('connects a system by HTTP', async () => {
  const { page } = ada
  await goTo(page, 'Targets')
  await page.getByText('New target').first().click()
  await page.getByLabel('Name').first().fill('shop-assistant')
  await page.getByLabel('Address').first().fill(`${assistant.url}/v1`)
  await page.getByLabel('Where the answer stands').fill('$.reply')
  await submit(page, 'Make the target')
  await see(page, 'How is “shop-assistant” reached, and what does it consist of?')
  await takePictures(page, 'target')
})

test('the browser complained of nothing', () => {
  expect(ada.complaints).toEqual([])
})
