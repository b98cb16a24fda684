import { useMutation } from '@tanstack/react-query'
import { patch, post, remove } from '../../../lib/api.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { meQuery } from '../queries.ts'
import type { Account } from './types.ts'

const readAnew = () => queryClient.invalidateQueries({ queryKey: ['account'] })

/** Changes the name colleagues see. */
export const useRename = () =>
  useMutation({
    mutationFn: (name: string) => patch<Account>('/account', { name }),
    onSuccess: async () => {
      await Promise.all([readAnew(), queryClient.invalidateQueries({ queryKey: meQuery.queryKey })])
      await queryClient.invalidateQueries({ queryKey: ['w'] })
    },
  })

/** Asks for another address; it changes when the link sent there is used. */
export const useAskForEmail = () =>
  useMutation({
    mutationFn: (wish: { email: string; password: string }) => post('/account/email', wish),
    onSuccess: readAnew,
  })

/** Keeps the present address after all. */
export const useKeepEmail = () => useMutation({ mutationFn: () => remove('/account/email'), onSuccess: readAnew })

/** Changes the password; every other session ends. */
export const useChangePassword = () =>
  useMutation({
    mutationFn: (wish: { currentPassword: string; password: string }) => post('/account/password', wish),
    onSuccess: readAnew,
  })

/** Sends a link for a new password. */
export const useForgetPassword = () =>
  useMutation({ mutationFn: (email: string) => post('/auth/password-reset', { email }) })

/** Gets a secret for the authenticator. */
export const usePrepareSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) => post<{ secret: string; uri: string }>('/account/second-factor', { password }),
  })

/** Turns codes on, by a first one. */
export const useTurnOnSecondFactor = () =>
  useMutation({
    mutationFn: (code: string) => post<{ recoveryCodes: string[] }>('/account/second-factor/confirm', { code }),
    onSuccess: readAnew,
  })

/** Turns codes off. */
export const useTurnOffSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) => post('/account/second-factor/disable', { password }),
    onSuccess: readAnew,
  })

/** Makes ten new recovery codes; the old ones are worth nothing then. */
export const useRenewCodes = () =>
  useMutation({
    mutationFn: (password: string) =>
      post<{ recoveryCodes: string[] }>('/account/second-factor/recovery-codes', { password }),
    onSuccess: readAnew,
  })

/** Ends one session, or all but this one. */
export const useEndSession = (id?: string) =>
  useMutation({ mutationFn: () => remove(`/account/sessions${id ? `/${id}` : ''}`), onSuccess: readAnew })

/** Takes another service’s key away. */
export const useUnlink = (id: string) =>
  useMutation({ mutationFn: () => remove(`/account/sign-ins/${id}`), onSuccess: readAnew })
