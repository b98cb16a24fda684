import { Registry } from 'prom-client'

/** What this process counts about its work, shown at /metrics beside the figures of requests. */
export const figures = new Registry()
