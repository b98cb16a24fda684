import { createHmac } from 'node:crypto'
import type { PostedWebhook } from './types.ts'

type Form = Readonly<Record<string, string>>

/** Posts a form as Twilio does, with its signature over the address and the sorted fields. */
export async function postForm(url: string, form: Form, authToken: string | undefined): Promise<PostedWebhook> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'TwilioProxy/1.1',
      ...(authToken === undefined ? {} : { 'x-twilio-signature': sign(url, form, authToken) }),
    },
    body: new URLSearchParams(form),
  })
  return { status: answer.status, body: await answer.text() }
}

function sign(url: string, form: Form, authToken: string): string {
  const fields = Object.keys(form)
    .sort()
    .map((name) => name + form[name])
  return createHmac('sha1', authToken)
    .update(url + fields.join(''))
    .digest('base64')
}
