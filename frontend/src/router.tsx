import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { conflictQuery } from './api/queries'
import { ConflictPage } from './pages/conflict'
import { InboxPage } from './pages/inbox'
import { NotFoundPage, TroublePage } from './pages/trouble'
import { Shell } from './parts/Shell'
import { readFilter } from './state/filter'

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: TroublePage,
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readFilter,
  component: InboxPage,
})

/** The pair carries the inbox's filter along: it says which pair comes next. */
const conflict = createRoute({
  getParentRoute: () => root,
  path: '/conflicts/$id',
  validateSearch: readFilter,
  component: ConflictPage,
  loader: ({ context, params }) => void context.client.prefetchQuery(conflictQuery(params.id)),
})

const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  component: lazyRouteComponent(() => import('./pages/disputes'), 'DisputesPage'),
})

const dispute = createRoute({
  getParentRoute: () => root,
  path: '/disputes/$id',
  component: lazyRouteComponent(() => import('./pages/dispute'), 'DisputePage'),
})

const articles = createRoute({
  getParentRoute: () => root,
  path: '/articles',
  component: lazyRouteComponent(() => import('./pages/articles'), 'ArticlesPage'),
})

/** `at` are words to show, as code points: "120-164". */
const article = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  validateSearch: (search): { at?: string; statement?: string } => ({
    ...textOf(search, 'at'),
    ...textOf(search, 'statement'),
  }),
  component: lazyRouteComponent(() => import('./pages/article'), 'ArticlePage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: (search): { job?: string } => textOf(search, 'job'),
  component: lazyRouteComponent(() => import('./pages/import'), 'ImportPage'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: (search): { a?: string; b?: string } => ({
    ...textOf(search, 'a'),
    ...textOf(search, 'b'),
  }),
  component: lazyRouteComponent(() => import('./pages/compare'), 'ComparePage'),
})

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: (search): { dispute?: string } => textOf(search, 'dispute'),
  component: lazyRouteComponent(() => import('./pages/report'), 'ReportPage'),
})

function textOf<K extends string>(search: Record<string, unknown>, name: K): { [P in K]?: string } {
  const value = search[name]
  return typeof value === 'string' || typeof value === 'number'
    ? ({ [name]: String(value) } as { [P in K]: string })
    : {}
}

const tree = root.addChildren([
  inbox,
  conflict,
  disputes,
  dispute,
  articles,
  article,
  imports,
  compare,
  report,
])

/** The addresses of all pages. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingMinMs: 0,
    scrollRestoration: true,
    defaultErrorComponent: TroublePage,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
