import { sql } from 'kysely'
import { time } from '#lib/json'
import type { Tx } from '#lib/tx'
import { permit } from '#tenancy'
import { family } from '../labels.ts'
import { getContact } from '../queries.ts'
import { type Consents, consentChannels, consentPurposes, type Proof } from './consent.ts'
import { maySend } from './may-send.ts'
import { readSaid, standingsOf } from './read-said.ts'
import { readRules } from './rules.ts'

const mostHistory = 100

type Row = Omit<Proof, 'at'> & { at: Date }

/** How a person stands on every channel and for every purpose, by which proof, and all that was ever said. */
export async function getConsents(tx: Tx, contactId: string): Promise<Consents> {
  permit(tx, 'contacts.read')
  const { id, mergedInto } = await getContact(tx, contactId)
  const personId = mergedInto ?? id
  const { marketingNeedsGrant } = await readRules(tx)
  const said = await readSaid(tx, personId)
  const history = await readHistory(tx, personId)
  const standings = consentChannels.flatMap((channelKind) => {
    const here = standingsOf(said, channelKind)
    return consentPurposes.map((purpose) => {
      const { state, by } = here[purpose]
      const proof = by === null ? null : (history.find((one) => one.id === by.id) ?? null)
      return {
        channelKind,
        purpose,
        state,
        proof,
        maySend: maySend({ purpose, channelKind, marketingNeedsGrant }, here).may,
      }
    })
  })
  return { standings, history }
}

async function readHistory(tx: Tx, personId: string): Promise<Proof[]> {
  const { rows } = await sql<Row>`
    with page as materialized (
      select newest.* from unnest(${family(tx, personId)}) as member (id)
      cross join lateral (
        select consent.* from contacts.consent consent
        where consent.tenant_id = ${tx.tenantId} and consent.contact_id = member.id
        order by consent.at desc, consent.id desc limit ${mostHistory}
      ) newest
      order by newest.at desc, newest.id desc limit ${mostHistory}
    )
    select page.id, page.channel_kind, page.purpose, page.state, page.source, page.words, page.message_id, page.at,
      (select jsonb_build_object('id', colleague.id, 'name', colleague.name) from tenancy.colleague colleague
        where colleague.tenant_id = ${tx.tenantId} and colleague.id = page.member_id) as member
    from page order by page.at desc, page.id desc`.execute(tx.db)
  return rows.map(({ at, ...row }) => ({ ...row, at: time(at) }))
}
