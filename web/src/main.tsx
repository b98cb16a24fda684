import './ui/style.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { reloadWhenOutdated } from './app/reload-when-outdated.ts'
import { router } from './app/router.tsx'
import { watchSession } from './app/watch-session.ts'
import { meQuery } from './features/tenancy/queries.ts'
import { queryClient } from './lib/query-client.ts'
import { keepTyping } from './ui/kept-typing.ts'

reloadWhenOutdated()
watchSession(queryClient, () => {
  const { href, pathname } = router.state.location
  if (pathname.startsWith('/sign-')) return
  const me = queryClient.getQueryData(meQuery.queryKey)
  if (me) keepTyping(me.user.id)
  router.navigate({ to: '/sign-in', search: { next: href } })
})

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root.')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
