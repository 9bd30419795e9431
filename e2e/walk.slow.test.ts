import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { questions, startHttpAssistant, type HttpAssistant } from './http-assistant.ts'
import { newVisitor, openBrowser, takePictures, type Visitor } from './open-browser.ts'
import { startHub, type StartedHub } from './start-hub.ts'

/** The first hour of a newcomer, by hand: each step is one that a person does on the page, and reads there. */
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
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 120_000 })
const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

/** In a field of several, by keyboard: Escape would close the dialog around it, so Tab leaves it. */
async function chooseFirst(within: Page | Locator, label: string): Promise<void> {
  const root = within.locator('.mantine-MultiSelect-root').filter({ hasText: label })
  const field = root.locator('input:not([type=hidden])').first()
  await field.focus()
  await field.press('ArrowDown')
  await field.press('Enter')
  await field.press('Tab')
}

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

async function evaluate(page: Page): Promise<void> {
  await goTo(page, 'Evaluations')
  await page.getByText('Start an evaluation').first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Target').selectOption({ label: 'shop-assistant' })
  await chooseFirst(form, 'Test sets')
  await see(page, `${questions.length} questions`)
  await form.getByRole('button', { name: 'Start', exact: true }).click()
  await see(page, /Is shop-assistant ready\?/)
}

test('evaluates one version, then another', async () => {
  const { page } = ada
  await evaluate(page)
  await see(page, /50 %/)
  await takePictures(page, 'evaluation')
  await goTo(page, 'Targets')
  await goTo(page, 'shop-assistant')
  await page.getByText('Change', { exact: true }).first().click()
  await page.getByLabel('Address').first().fill(`${assistant.url}/v2`)
  await submit(page, 'Save as a new version')
  await see(page, /version 2/i)
  await evaluate(page)
  await see(page, /100 %/)
})

test('reads which version is better, and whether that is certain', async () => {
  const { page } = ada
  await goTo(page, 'Release reviews')
  await page.getByText('Review a version').first().click()
  await page.getByLabel('Target').last().selectOption({ label: 'shop-assistant' })
  await page.getByRole('checkbox', { name: /Opening hours/ }).check()
  await submit(page, 'Open the review')
  await see(page, 'Is version 2 better than version 1?')
  await see(page, /Better by 50 points \(\d+–\d+, 24 pairs\)/)
  await takePictures(page, 'review')
})

test('invites a reviewer, who approves the version', async () => {
  const { page } = ada
  const review = page.url()
  await goTo(page, 'Members')
  await page.getByText('Invite somebody').first().click()
  await page.getByRole('dialog').locator('input[type=email]').fill('mia@example.org')
  await page.getByRole('dialog').getByLabel('Role').selectOption('reviewer')
  await submit(page, 'Make the invitation')
  await see(page, 'Send this link')
  const link = await page.locator('.copy-text code').first().innerText()
  await submit(page, 'Done')

  const mia = await newVisitor(browser)
  await mia.page.goto(link)
  await mia.page.fill('input[autocomplete=name]', 'Mia Tanaka')
  await mia.page.fill('input[autocomplete=new-password]', 'velvet-harbour-noon-7')
  await mia.page.click('button[type=submit]')
  await see(mia.page, 'What needs a person?')
  await mia.page.goto(review)
  await mia.page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  await mia.page.getByRole('dialog').getByLabel('Why').fill('Every closing time is right now.')
  await mia.page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click()
  await see(mia.page, 'Approved by Mia Tanaka.')
  expect(await mia.page.getByText('Start an evaluation').count()).toBe(0)
  expect(mia.complaints).toEqual([])

  await page.goto(review)
  await see(page, 'Approved by Mia Tanaka.')
})

test('has it evaluated every night', async () => {
  const { page } = ada
  await goTo(page, 'Schedules')
  await page.getByText('New schedule').first().click()
  await page.getByLabel('Name').first().fill('nightly')
  await page.getByLabel('Target').last().selectOption({ label: 'shop-assistant' })
  await chooseFirst(page, 'Test sets')
  await submit(page, 'Make the schedule')
  await see(page, 'When does “nightly” run?')
  await takePictures(page, 'schedule')
})

test('the browser complained of nothing', () => {
  expect(ada.complaints).toEqual([])
})
