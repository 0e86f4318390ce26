import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** The program under test, on an archive of its own that holds the sample. */
export interface Desk {
  /** The link that signs the owner in, once. */
  link: string
  /** The address without a path. */
  origin: string
  stop(): Promise<void>
}

const program = resolve(import.meta.dirname, '../../bin/counterclaim')

export async function startDesk(): Promise<Desk> {
  if (!existsSync(program)) {
    throw new Error(`${program} is not there: run \`make e2e\`, which builds it first`)
  }
  const data = mkdtempSync(join(tmpdir(), 'counterclaim-e2e-'))
  const server = spawn(program, ['serve', '--addr', '127.0.0.1:0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const link = await firstLine(server)
  return {
    link,
    origin: new URL(link).origin,
    stop: async () => {
      const ended = new Promise(done => server.once('exit', done))
      server.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const limit = setTimeout(() => failed(new Error('the program printed no link within 60 s')), 60_000)
    server.once('exit', code => failed(new Error(`the program ended with code ${code}`)))
    if (!server.stdout) return failed(new Error('the program has no standard output'))
    createInterface({ input: server.stdout }).once('line', line => {
      clearTimeout(limit)
      found(line.replace(/^Open /, ''))
    })
  })
}

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Everything a page did that it must not do. */
export interface Watch {
  foreign: string[]
  errors: string[]
}

/** Opens a page that notes requests to other hosts, errors and refused scripts or styles. */
export async function openPage(context: BrowserContext, origin: string): Promise<[Page, Watch]> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const watch: Watch = { foreign: [], errors: [] }
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) watch.foreign.push(url)
  })
  page.on('pageerror', error => watch.errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text()))
      watch.errors.push(message.text())
  })
  return [page, watch]
}

/** What axe finds on the page, apart from what it calls minor or moderate. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe
    const result = await run.run(document, { resultTypes: ['violations'] })
    return result.violations
      .filter(v => v.impact === 'serious' || v.impact === 'critical')
      .map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`)
  })
}
