import type { FastifyPluginAsync, FastifySchema } from 'fastify'
import { newMessageId } from '../ids.ts'
import type { CustomerFile, FakeMeta } from '../types.ts'
import { addCustomer, customersOf, getCustomer, getNumber } from './customers.ts'
import { chooseFault, faultsView } from './fault-menu.ts'
import { fileRoute } from './file-route.ts'
import { liveRoute } from './live.ts'
import { notFound, renderProblem } from './refusal.ts'
import { samples } from './samples.ts'
import { watchTyping } from './typing.ts'
import { chatRow, chatView, customerView, numberView, webhookView } from './views.ts'
import { writeMessage } from './write-message.ts'

interface Customer {
  Params: { customerId: string }
}

interface OneChat {
  Params: { customerId: string; phoneNumberId: string }
}

const shownWebhooks = 60

/** What the phone page talks to: the fake's people, chats, webhooks and faults as JSON, and live events. */
export function simulatorRoutes(fake: FakeMeta): FastifyPluginAsync {
  return async (app) => {
    const isTyping = watchTyping(fake)
    app.setErrorHandler(renderProblem)
    app.addHook('onRoute', (route) => {
      // The phone is no part of the contract that outsiders read.
      route.schema = { hide: true, ...route.schema } as FastifySchema
    })
    app.setNotFoundHandler((request, reply) => renderProblem(notFound('page'), request, reply))

    app.get('/phone', async () => ({
      numbers: fake.numbers.map(numberView),
      customers: customersOf(fake).map(customerView),
      samples: Object.entries(samples).map(([name, { label }]) => ({ name, label })),
      faults: faultsView(fake.faults),
    }))

    app.post('/customers', async ({ body }, reply) => reply.code(201).send(customerView(addCustomer(fake, body))))

    app.get<Customer>('/customers/:customerId/chats', async ({ params }) => {
      const customer = getCustomer(fake, params.customerId)
      const rows = fake.numbers.map((number) =>
        chatRow(fake, customer, number, isTyping(number.phoneNumberId, customer.phone)),
      )
      return { items: rows.sort((one, other) => lastAt(other).localeCompare(lastAt(one))), nextCursor: null }
    })

    chatRoutes(app, fake, isTyping)
    fileRoute(app, fake)

    app.get('/webhooks', async () => ({
      items: fake.webhooks.slice(-shownWebhooks).reverse().map(webhookView),
      nextCursor: null,
    }))

    app.get('/faults', async () => faultsView(fake.faults))
    app.post('/faults', async ({ body }, reply) => {
      fake.misbehave(chooseFault(body))
      return reply.code(201).send(faultsView(fake.faults))
    })
    app.delete('/faults', async (_request, reply) => {
      fake.behave()
      return reply.code(204).send()
    })

    liveRoute(app, fake)
  }
}

function lastAt({ lastMessage }: ReturnType<typeof chatRow>): string {
  return lastMessage?.at ?? ''
}

function chatRoutes(
  app: Parameters<FastifyPluginAsync>[0],
  fake: FakeMeta,
  isTyping: (phoneNumberId: string, customer: string) => boolean,
): void {
  const chatOf = ({ customerId, phoneNumberId }: OneChat['Params']) => {
    const customer = getCustomer(fake, customerId)
    return { customer, number: getNumber(fake, phoneNumberId), chat: fake.chats.find(phoneNumberId, customer.phone) }
  }

  app.get<OneChat>('/customers/:customerId/chats/:phoneNumberId', async ({ params }) => {
    const { customer, number } = chatOf(params)
    return chatView(fake, customer, number, isTyping(number.phoneNumberId, customer.phone))
  })

  app.post<OneChat>('/customers/:customerId/chats/:phoneNumberId/messages', async ({ params, body }, reply) => {
    const { customer, number, chat } = chatOf(params)
    const id = newMessageId(customer.phone)
    const { phoneNumberId } = number
    const { name, phone: from, userId } = customer
    const { file, ...message } = writeMessage(body, chat, number)
    const carried = file ? { file: file as CustomerFile } : {}
    void fake.customerSends({
      phoneNumberId,
      from,
      name,
      ...(userId ? { userId } : {}),
      ...carried,
      message: { ...message, id },
    })
    return reply.code(201).send({ id })
  })

  app.post<OneChat>('/customers/:customerId/chats/:phoneNumberId/read', async ({ params }, reply) => {
    const { customer, number } = chatOf(params)
    void fake.customerReads(number.phoneNumberId, customer.phone)
    return reply.code(204).send()
  })
}
