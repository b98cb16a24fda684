import { type FakeMeta, readyMade } from '@frontdesk/fakes/meta'
import { type Channel, type ChannelOf, changeChannel, connect, listChannels, type NewChannel } from '#channels'
import type { Principal, Tx } from '#lib/tx'
import { addMember, memberOf, openWorkspace } from '#tenancy'
import type { App } from '../../src/app.ts'
import { colleague, firstMessages, number, salon, signIn } from './salon.ts'

/**
 * Makes the demo's salon when it is not there yet, and joins its number to the WhatsApp of this start: the address of
 * either side changes from start to start. Everything goes through the acts a person would use.
 */
export async function prepareDemo(app: App, meta: FakeMeta, serverUrl: string): Promise<void> {
  const owner = (await existingOwner(app)) ?? (await openSalon(app))
  const { isNew, channel } = await app.withTenant(owner, async (tx) => {
    const { items } = await listChannels(tx, app, { limit: 100 })
    const known = items
      .filter((one) => one.kind === 'whatsapp_cloud')
      .find(({ settings }) => settings.phoneNumberId === number.phoneNumberId)
    return known
      ? { isNew: false, channel: await moveTo(tx, app, known, meta.url) }
      : { isNew: true, channel: await connect(tx, app, asNewChannel(meta.url)) }
  })

  meta.addNumber({ ...number, name: salon.name, webhookUrl: webhookUrl(serverUrl, channel) })
  if (isNew) await writeFirstMessages(meta)
}

function moveTo(tx: Tx, app: App, { id, settings }: ChannelOf<'whatsapp_cloud'>, apiUrl: string): Promise<Channel> {
  return changeChannel(tx, app, id, {
    settings: { ...settings, apiUrl },
    credentials: { accessToken: number.accessToken },
  })
}

async function existingOwner(app: App): Promise<Principal | undefined> {
  const user = await app.database.app
    .selectFrom('auth.user')
    .select('id')
    .where('email', '=', signIn.email)
    .executeTakeFirst()
  return user && memberOf(app.database.app, user.id, salon.slug)
}

async function openSalon(app: App): Promise<Principal> {
  const { user } = await app.accounts.signUp(signIn, new Headers())
  const owner = await openWorkspace(app, user.id, salon)
  const leo = await app.accounts.signUp(colleague, new Headers())
  await app.withTenant(owner, (tx) => addMember(tx, { userId: leo.user.id, role: 'staff' }))
  return owner
}

function asNewChannel(apiUrl: string): NewChannel {
  const { accessToken, appSecret, verifyToken, ...settings } = number
  return {
    kind: 'whatsapp_cloud',
    name: 'WhatsApp',
    settings: { ...settings, apiUrl },
    credentials: { accessToken, appSecret, verifyToken },
  }
}

/** The two talk to each other on this machine, whatever name the outside world has for it. */
function webhookUrl(serverUrl: string, { webhookUrl }: Channel): string {
  return serverUrl + new URL(webhookUrl).pathname
}

async function writeFirstMessages(meta: FakeMeta): Promise<void> {
  for (const { customer, text } of firstMessages) {
    const persona = readyMade.find(({ id }) => id === customer)
    if (persona)
      await meta.customerSends({
        phoneNumberId: number.phoneNumberId,
        from: persona.phone,
        name: persona.name,
        userId: persona.userId,
        text,
      })
  }
}
