import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openPage, seriousFindings, startBrowser, startDesk, type Watch } from './desk'

const article = `Bridge over the Vesk closed for lorries

Mayor Lena Ostrov said the bridge over the Vesk was safe.

“The bridge over the Vesk is not safe,” engineer Karl Boehm said on Monday.`

type Conflict = { id: string; state: string; judgement?: string; reviews: { count: number } }

let desk: Desk
let browser: Browser
let context: BrowserContext
let page: Page
let watch: Watch

beforeAll(async () => {
  desk = await startDesk()
  browser = await startBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  const opened = await openPage(context, desk.origin)
  page = opened[0]
  watch = opened[1]
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

async function ask<T>(path: string): Promise<T> {
  const answer = await context.request.get(`${desk.origin}/api/v1${path}`)
  expect(answer.status()).toBe(200)
  return answer.json()
}

/** Asks until the answer is as expected, within a limit. */
async function until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  let value = await read()
  for (let n = 0; n < 100 && !isSo(value); n++) {
    await new Promise(done => setTimeout(done, 100))
    value = await read()
  }
  expect(value).toSatisfy(isSo)
  return value
}

describe('from article to report', () => {
  it('signs in by the printed link, once', async () => {
    await page.goto(desk.link)
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    expect(page.url()).not.toContain(desk.link.split('/').at(-1))
    const stranger = await browser.newContext()
    const [other] = await openPage(stranger, desk.origin)
    await other.goto(desk.link)
    await other.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await stranger.close()
  })

  it('imports a further article', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await page.getByRole('heading', { name: 'Import' }).waitFor()
    await page.getByRole('textbox', { name: 'Text', exact: false }).first().fill(article)
    await page.getByLabel('Outlet').fill('The Vesk Herald')
    await page.getByLabel('Date', { exact: false }).first().fill('2027-05-17')
    await page.locator('form button[type=submit]').click()
    await page.getByRole('button', { name: 'Leave it empty' }).click()
    await page.getByRole('heading', { name: 'Bridge over the Vesk closed for lorries' }).waitFor()
    await page.getByText('Lena Ostrov').first().waitFor()
  })

  let conflict: Conflict

  it('decides a possible conflict by keyboard alone, takes it back, and decides again', async () => {
    const found = await ask<{ items: Conflict[] }>('/conflicts?speaker=Boehm')
    conflict = found.items[0] as Conflict
    expect(conflict.state).toBe('open')
    const now = () => ask<Conflict>(`/conflicts/${conflict.id}`)

    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('bridge over the Vesk')
    await page.waitForURL(/Vesk/)
    await until(
      () => page.getByText('Karl Boehm').count(),
      count => count > 0,
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/conflicts/${conflict.id}`))
    await page.getByRole('heading', { name: 'For a conflict' }).waitFor()

    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await until(now, c => c.state === 'judged' && c.judgement === 'contradicts')
    await page.keyboard.press('u')
    await until(now, c => c.state === 'open' && c.reviews.count === 0)

    await page.goto(`${desk.origin}/conflicts/${conflict.id}`)
    await page.getByRole('heading', { name: 'For a conflict' }).waitFor()
    await page.keyboard.press('1')
    await page.keyboard.press('f')
    await page.keyboard.press('n')
    await page.keyboard.type('Both are on record, a day apart.')
    await page.keyboard.press('Control+Enter')
    await until(now, c => c.state === 'judged')
  })

  it('annotates it', async () => {
    await page.goto(`${desk.origin}/conflicts/${conflict.id}`)
    await page.getByRole('heading', { name: 'For a conflict' }).waitFor()
    await page.keyboard.press('c')
    await page.getByLabel('Your comment').waitFor()
    await page.keyboard.type('Asked the road office for the report <b>of May</b>.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Asked the road office for the report <b>of May</b>.').waitFor()
  })

  it('finds judgement and annotation in the downloaded report', async () => {
    await page.keyboard.press('Escape')
    await page.goto(`${desk.origin}/report`)
    await page.getByLabel('Markdown').check()
    const started = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    const download = await started
    expect(download.suggestedFilename()).toMatch(/^counterclaim-.*\.md$/)
    const report = readFileSync(await download.path(), 'utf8')
    expect(report).toContain('Karl Boehm')
    expect(report).toContain('Both are on record, a day apart')
    expect(report).toContain('Asked the road office')
    expect(report).not.toContain('<b>of May</b>')
  })

  it('asked no other host and broke no policy of its own', () => {
    expect(watch.foreign).toEqual([])
    expect(watch.errors).toEqual([])
  })
})

describe('every page', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      it(`holds nothing serious for axe, and fits ${width} pixels, ${scheme}`, async () => {
        const articles = await ask<{ items: { id: string; title: string }[] }>('/articles')
        const disputes = await ask<{ items: { id: string }[] }>('/disputes')
        const conflicts = await ask<{ items: { id: string; a: Side; b: Side }[] }>('/conflicts')
        const first = conflicts.items[0]
        type Side = { statement: { id: string } }
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        const found: Record<string, string[]> = {}
        for (const path of [
          '/',
          `/conflicts/${first?.id}`,
          '/disputes',
          `/disputes/${disputes.items[0]?.id}`,
          '/articles',
          ...articles.items.map(a => `/articles/${a.id}`),
          '/import',
          '/compare',
          `/compare?a=${first?.a.statement.id}&b=${first?.b.statement.id}`,
          '/report',
        ]) {
          await page.goto(desk.origin + path)
          await page.locator('main h1, main h2').first().waitFor()
          await page.waitForLoadState('networkidle')
          const problems = await seriousFindings(page)
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          if (overflow > 0) problems.push(`wider than the window by ${overflow} pixels`)
          if (problems.length > 0) found[path] = problems
        }
        expect(found).toEqual({})
      })
    }
  }

  it('shows a problem, not a blank page, for what is not there', async () => {
    for (const path of ['/conflicts/none', '/articles/none', '/disputes/none', '/nowhere']) {
      await page.goto(desk.origin + path)
      await until(
        async () => (await page.locator('main').innerText()).trim().length,
        length => length > 10,
      )
    }
  })
})
