import type { paths } from '../../../lib/api.gen.ts'

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never

/** The account as its owner sees it. */
export type Account = Json<paths['/api/v1/account']['get']['responses'][200]>
export type Session = Json<paths['/api/v1/account/sessions']['get']['responses'][200]>['items'][number]
/** Somebody is in, or a code is asked for. */
export type SignInAnswer = Json<paths['/api/v1/auth/sign-in']['post']['responses'][200]>
