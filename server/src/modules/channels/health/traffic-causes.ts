import type { Cause } from './cause.ts'

/** What comes and goes, whoever carries it. */
export const trafficCauses = {
  events_heard: { about: 'events', state: 'good', message: 'The last event came {last}.' },
  events_none: {
    about: 'events',
    state: 'unknown',
    message: 'No event has come yet.',
    remedy: 'Write to the number from any phone: the message should appear in the inbox within seconds.',
  },
  queue_empty: { about: 'queue', state: 'good', message: 'Nothing waits to be sent.' },
  queue_moving: { about: 'queue', state: 'good', message: '{count} messages are on their way out.' },
  queue_waiting: {
    about: 'queue',
    state: 'warning',
    message: '{count} messages wait to be sent, the oldest written {since}.',
    remedy: 'They go out by themselves, in order, once what is wrong above is put right.',
  },
} as const satisfies Record<string, Cause>
