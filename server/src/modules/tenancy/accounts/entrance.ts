import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Lets Better Auth open a session for somebody who has proved who they are in a way it knows nothing of. */
export const entrance = {
  id: 'entrance',
  endpoints: {
    enter: createAuthEndpoint(
      '/enter',
      { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (request) => {
        const { internalAdapter } = request.context
        const user = await internalAdapter.findUserById(request.body.userId)
        if (!user) throw new Error('nobody can be signed in who does not exist')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(request, { session, user })
        return request.json({ user })
      },
    ),
  },
} as const
