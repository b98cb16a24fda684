import { ChevronDown, Phone } from 'lucide-react'
import { cx } from '../../../ui/cx.ts'
import { Menu, MenuChoice } from '../../../ui/menu.tsx'
import type { ChosenWay } from './use-way-out.ts'

/** By which of several numbers one answers, and why the others can't be. */
export function ChannelPicker({ way }: { way: ChosenWay }) {
  const { ways, channelId, isByQuote, choose } = way
  if (!ways) return null
  const current = ways.find((one) => one.channelId === channelId)
  const trigger = (
    <button
      type="button"
      disabled={isByQuote}
      title={isByQuote ? 'A quote leaves by the number of the message it quotes' : 'Choose the number to answer by'}
      className={cx(
        'ml-auto inline-flex h-7 min-w-0 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-ink-soft',
        'hover:text-ink disabled:opacity-60',
      )}
    >
      <Phone aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">
        <span className="sr-only">Answering by </span>
        {current ? current.name : 'Choose a number'}
      </span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0" />
    </button>
  )
  return (
    <Menu trigger={trigger} align="end" side="top">
      <MenuChoice
        label="Answer by"
        value={channelId ?? ''}
        onChange={choose}
        options={ways.map((one) => ({
          value: one.channelId,
          isDisabled: !one.canSend,
          label: (
            <span className="block whitespace-normal">
              <span className="block font-medium">
                {one.name} <span className="figures font-normal text-ink-soft">{one.displayPhoneNumber}</span>
              </span>
              {one.why && <span className="block text-xs text-ink-soft">{one.why.message}</span>}
            </span>
          ),
        }))}
      />
    </Menu>
  )
}
