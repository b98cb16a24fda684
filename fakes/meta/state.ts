import { ChatBook } from './chats.ts'
import { Events } from './events.ts'
import { Faults } from './faults.ts'
import { Shelf } from './media/shelf.ts'
import { readyMade } from './personas.ts'
import { createPoster, type Poster } from './post.ts'
import type { Postman } from './postman.ts'
import { createPostman } from './postman.ts'
import type { Owed } from './snapshot.ts'
import { TemplateBook } from './templates/book.ts'
import type { ApiCall, BusinessNumber, FakeMetaOptions, SentMessage } from './types.ts'
import { UnderWay } from './under-way.ts'

/** All that one fake knows and does in the background. */
export interface State {
  readonly numbers: Map<string, BusinessNumber>
  readonly outbox: SentMessage[]
  readonly sentById: Map<string, SentMessage>
  readonly calls: ApiCall[]
  readonly chats: ChatBook
  readonly shelf: Shelf
  readonly templates: TemplateBook
  readonly faults: Faults
  readonly events: Events
  readonly underWay: UnderWay
  readonly poster: Poster
  readonly postman: Postman
  /** Receipts that will still leave by themselves, by message. */
  readonly planned: Map<string, Promise<void>>
  /** Webhooks an earlier run could not hand over, until their number is there again. */
  readonly owed: Owed[]
  readonly receipts: 'auto' | 'manual'
  readonly pace: { sent: number; delivered: number }
  readonly now: () => Date
}

const patience = [100, 300, 1000, 3000, 10_000, 30_000]

export function createState(options: FakeMetaOptions): State {
  const events = new Events()
  const faults = new Faults()
  const underWay = new UnderWay()
  const poster = createPoster(underWay.signal)
  const now = options.now ?? (() => new Date())
  return {
    numbers: new Map(),
    outbox: [],
    sentById: new Map(),
    calls: [],
    chats: new ChatBook(readyMade, (persona) => events.tell('person', persona)),
    shelf: new Shelf(options.stateFile && `${options.stateFile}.media`, now),
    templates: new TemplateBook(),
    faults,
    events,
    underWay,
    poster,
    postman: createPostman({ poster, events, faults, underWay, now, retryGaps: options.retryGaps ?? patience }),
    planned: new Map(),
    owed: [],
    receipts: options.receipts ?? 'auto',
    pace: options.pace ?? { sent: 20, delivered: 60 },
    now,
  }
}
