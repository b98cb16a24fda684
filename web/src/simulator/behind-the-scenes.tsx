import { Tabs } from '@base-ui/react/tabs'
import { Faults } from './faults.tsx'
import { Webhooks } from './webhooks.tsx'

const tabClass =
  'h-11 border-b-2 border-transparent px-1 text-sm font-medium text-ink-soft hover:text-ink data-active:border-accent ' +
  'data-active:text-ink'

/** What passes between WhatsApp and the business, and how to disturb it. */
export function BehindTheScenes() {
  return (
    <Tabs.Root defaultValue="webhooks" className="flex min-h-0 flex-1 flex-col">
      <Tabs.List aria-label="Behind the scenes" className="flex gap-5 border-b border-line px-4">
        <Tabs.Tab value="webhooks" className={tabClass}>
          Webhooks
        </Tabs.Tab>
        <Tabs.Tab value="faults" className={tabClass}>
          Faults
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="webhooks" className="min-h-0 flex-1 overflow-y-auto">
        <Webhooks />
      </Tabs.Panel>
      <Tabs.Panel value="faults" className="min-h-0 flex-1 overflow-y-auto">
        <Faults />
      </Tabs.Panel>
    </Tabs.Root>
  )
}
