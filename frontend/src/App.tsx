import { MantineProvider } from '@mantine/core'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { keys } from './api/keys'
import { asProblem } from './api/problem'
import { KeysProvider } from './keys/KeysProvider'
import { SignedIn } from './pages/signin'
import { makeRouter } from './router'
import { nonce, schemes } from './scheme'
import { ServicesProvider } from './state/Services'
import { theme, variables } from './theme'

/** Everything the pages stand in: words, colours, answers, keys, and the
 * person who is signed in. */
export function App() {
  const [client] = useState(makeClient)
  const [router] = useState(() => makeRouter(client))
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
    >
      <QueryClientProvider client={client}>
        <KeysProvider>
          <ServicesProvider>
            <SignedIn>
              <RouterProvider router={router} />
            </SignedIn>
          </ServicesProvider>
        </KeysProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function makeClient(): QueryClient {
  // An answer that nobody is signed in sends back to the sign-in page; what was
  // typed is kept in the browser's session.
  const queryCache = new QueryCache({
    onError: (error, query) => {
      if (asProblem(error).status === 401 && query.queryKey[0] !== keys.session[0]) {
        client.invalidateQueries({ queryKey: keys.session })
      }
    },
  })
  const client: QueryClient = new QueryClient({
    queryCache,
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => {
          const { status } = asProblem(error)
          return count < 2 && (status === 0 || status >= 500)
        },
      },
    },
  })
  return client
}
