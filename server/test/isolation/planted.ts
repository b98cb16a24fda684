import type { FakeMeta } from '@frontdesk/fakes/meta'
import { type ChannelRef, changeChannel } from '#channels'
import { beginLead, change as changeContact, create, merge } from '#contacts'
import { change, getMessage, hands, listThread, reply } from '#conversations'
import { system } from '#lib/actor'
import { invite } from '#tenancy'
import { defineField } from '../../src/modules/contacts/fields/define-field.ts'
import { check } from '../../src/modules/contacts/imports/check.ts'
import { importContacts } from '../../src/modules/contacts/imports/run.ts'
import { upload } from '../../src/modules/contacts/imports/upload.ts'
import { deliver } from '../../src/modules/conversations/delivery/deliver.ts'
import { listLabels } from '../../src/modules/conversations/labels/queries.ts'
import { saveReply } from '../../src/modules/conversations/saved-replies/save-reply.ts'
import { saveView } from '../../src/modules/conversations/saved-views/save-view.ts'
import { fetchMedia } from '../../src/modules/media/fetch.ts'
import { createTemplate } from '../../src/modules/templates/create.ts'
import { listTemplates } from '../../src/modules/templates/queries.ts'
import { makeToken } from '../../src/modules/tenancy/tokens/make.ts'
import { connectNumber, hearOn } from '../../world/inbox.ts'
import type { Desk, World } from '../../world/world.ts'

/** A workspace with something of everything, and the strings that nobody outside it may ever read. */
export interface Planted {
  readonly desk: Desk
  readonly phoneNumberId: string
  readonly contactId: string
  readonly conversationId: string
  readonly channelId: string
  readonly channelKey: string
  readonly memberId: string
  readonly invitationId: string
  readonly tokenId: string
  readonly labelId: string
  readonly viewId: string
  readonly savedReplyId: string
  readonly sentId: string
  readonly failedId: string
  readonly phone: string
  readonly email: string
  readonly emailId: string
  /** A contact that could be merged into the customer, and one that is. */
  readonly spareId: string
  readonly mergedId: string
  readonly fieldId: string
  /** An import that was only uploaded, and one that was checked. */
  readonly importId: string
  readonly checkedId: string
  readonly leadId: string
  /** A template of their own, and one that Frontdesk brought. */
  readonly templateId: string
  readonly originalId: string
  /** A file of the customer’s that WhatsApp no longer has. */
  readonly mediaId: string
  readonly canaries: readonly string[]
}

/** Fills a workspace: a number, a customer who wrote, an answer that arrived and one that failed, all marked with a word. */
export async function plant(cast: World, desk: Desk, meta: FakeMeta, word: string, digit: string): Promise<Planted> {
  const { context } = cast
  const phoneNumberId = `1555000${digit}`
  const phone = `+3460000000${digit}`
  const email = `person@${word}.test`
  const channel = await connectNumber(cast, desk, meta, phoneNumberId)
  const { key } = await desk.as(desk.owner, (tx) => changeChannel(tx, context, channel.id, { name: `${word} number` }))
  const asSystem = <T>(act: Parameters<typeof context.withTenant<T>>[1]) =>
    context.withTenant({ tenantId: desk.tenantId, actor: system }, act)
  const { contactId, conversationId } = await asSystem((tx) => hearOn(tx, channel, phone, { text: `${word} asks` }))
  const known = {
    ...(await plantPeople(desk, word, { contactId, email })),
    ...(await plantFiles(cast, desk, word)),
  }
  const mediaId = await plantMedia(cast, desk, { channel, phone, name: `${word} file.pdf` })
  await desk.as(desk.owner, (tx) => change(tx, conversationId, { labels: [`${word} label`] }))

  const kept = { ...(await plantWays(desk, word)), ...(await plantTemplates(desk, word)) }

  const answer = (text: string) => desk.as(desk.staff, (tx) => reply(tx, context, { conversationId, text }))
  const sentId = await answer(`${word} answers`)
  await deliver(context, desk.tenantId, { conversationId })
  const sent = await desk.as(desk.staff, (tx) => getMessage(tx, sentId))
  const providerMessageId = sent.providerMessageId ?? ''
  const receipt = { providerMessageId, status: 'delivered', at: cast.clock.now() } as const
  await asSystem((tx) => hands.receipt(tx, channel, receipt))
  meta.misbehave({ kind: 'error', code: 131026, times: 1 })
  const failedId = await answer(`${word} fails`)
  await deliver(context, desk.tenantId, { conversationId })

  const { invitation, token } = await plantWaysIn(desk, word)
  const thread = await desk.as(desk.staff, (tx) => listThread(tx, conversationId, { limit: 100 }))
  const ids = [
    invitation.id,
    invitation.token,
    token.id,
    token.secret,
    ...Object.values(kept),
    contactId,
    conversationId,
    mediaId,
    channel.id,
    desk.tenantId,
    ...thread.items.map(({ id }) => id),
  ]
  const people = [desk.owner, desk.manager, desk.staff].flatMap(({ actor }) =>
    actor.kind === 'member' ? [actor.id, actor.userId] : [],
  )
  const memberId = people[4] ?? ''
  const canaries = [
    word,
    phone,
    key,
    phoneNumberId,
    sent.providerMessageId ?? '',
    ...Object.values(known),
    ...ids,
    ...people,
  ]
  return {
    ...known,
    ...{ desk, phoneNumberId, phone, email, contactId, conversationId, memberId, sentId, failedId, canaries },
    ...{ channelId: channel.id, channelKey: key, invitationId: invitation.id, tokenId: token.id },
    ...kept,
    mediaId,
  }
}

/** Somebody was invited, and a program was let in. */
async function plantWaysIn(desk: Desk, word: string) {
  const invitation = await desk.as(desk.owner, (tx) => invite(tx, { role: 'staff', email: `new@${word}.test` }))
  const token = await desk.as(desk.manager, (tx) => makeToken(tx, { name: `${word} token`, scopes: ['contacts.read'] }))
  return { invitation, token }
}

/** A document the customer sent, of which WhatsApp knows nothing any more. */
async function plantMedia(
  { context }: World,
  desk: Desk,
  { channel, phone, name }: { channel: ChannelRef; phone: string; name: string },
): Promise<string> {
  const who = { tenantId: desk.tenantId, actor: system }
  const details = { id: '987654321', mime_type: 'application/pdf', filename: name }
  const { conversationId } = await context.withTenant(who, (tx) =>
    hearOn(tx, channel, phone, { kind: 'document', text: null, details }),
  )
  const { items } = await desk.as(desk.staff, (tx) => listThread(tx, conversationId, { limit: 1 }))
  const mediaId = items[0]?.mediaId ?? ''
  await fetchMedia.run(context, desk.tenantId, { fileId: mediaId })
  return mediaId
}

/** A view that all share; the label it asks for is known since a conversation was put under it. */
async function plantWays(desk: Desk, word: string): Promise<Pick<Planted, 'labelId' | 'viewId' | 'savedReplyId'>> {
  const [label] = await desk.as(desk.owner, listLabels)
  const view = { name: `${word} view`, shared: true, filter: { label: [`${word} label`] } }
  const reply = { shortcut: word, text: `${word} opens at nine`, shared: true }
  return {
    labelId: label?.id ?? '',
    viewId: await desk.as(desk.staff, (tx) => saveView(tx, view)),
    savedReplyId: await desk.as(desk.owner, (tx) => saveReply(tx, reply)),
  }
}

/** A template that says a word, beside those everybody has. */
async function plantTemplates(desk: Desk, word: string): Promise<Pick<Planted, 'templateId' | 'originalId'>> {
  const versions = [{ language: 'en', whatsapp: null, email: null, sms: { text: `The word is ${word}.` } }]
  const wish = {
    name: `${word}_template`,
    title: `${word} title`,
    category: 'UTILITY',
    variables: [],
    versions,
  } as const
  const templateId = await desk.as(desk.owner, (tx) => createTemplate(tx, wish))
  const { items } = await desk.as(desk.owner, (tx) => listTemplates(tx, { limit: 100 }))
  return { templateId, originalId: items.find(({ occasion }) => occasion === 'reminder')?.id ?? '' }
}

/** What is known of the customer, somebody who could be merged into them, and somebody who is. */
async function plantPeople(
  desk: Desk,
  word: string,
  { contactId, email }: { contactId: string; email: string },
): Promise<Pick<Planted, 'emailId' | 'spareId' | 'mergedId' | 'fieldId' | 'leadId'>> {
  return desk.as(desk.owner, async (tx) => {
    const { id: fieldId } = await defineField(tx, { name: `${word} field`, kind: 'text' })
    const fields = { [fieldId]: `${word} value` }
    const wish = { name: `${word} person`, email, labels: [`${word} label`], notes: `${word} notes`, fields }
    const person = await changeContact(tx, contactId, wish)
    const { id: spareId } = await create(tx, { name: `${word} spare` })
    const { id: mergedId } = await create(tx, { name: `${word} merged` })
    await merge(tx, { id: mergedId, into: contactId })
    const lead = await beginLead(tx, { contactId, stage: 'new', source: 'website' })
    return {
      fieldId,
      leadId: lead.id,
      emailId: person.identities.find(({ kind }) => kind === 'email')?.id ?? '',
      spareId,
      mergedId,
    }
  })
}

/** A file of people that waits to be checked, and one that waits to be imported. */
async function plantFiles(
  { context }: World,
  desk: Desk,
  word: string,
): Promise<Pick<Planted, 'importId' | 'checkedId'>> {
  const bytes = Buffer.from(`Name,Phone,Email\n${word} listed,,listed@${word}.test\n${word} refused,,`)
  const bring = () => desk.as(desk.owner, (tx) => upload(tx, context, { bytes, fileName: `${word}.csv` }))
  const [one, other] = [await bring(), await bring()]
  const targets = other.plan.columns.map(({ target }) => target)
  await desk.as(desk.owner, (tx) => check(tx, context, { id: other.id, targets, hasHeader: true, policy: 'fill' }))
  await importContacts.run(context, desk.tenantId, { importId: other.id })
  return { importId: one.id, checkedId: other.id }
}
