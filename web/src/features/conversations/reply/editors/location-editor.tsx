import { LocateFixed } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../../ui/button.tsx'
import { EditorFrame } from './editor-frame.tsx'
import type { EditorProps } from './editors.ts'
import { limits, mayStay } from './limits.ts'
import { Line } from './line.tsx'
import { readCoordinates } from './read-coordinates.ts'
import { useKept } from './use-kept.ts'

const empty = { point: '', name: '', address: '' }

/** A place on the map, such as where the business is. */
export function LocationEditor({ conversationId, onSend, onClose }: EditorProps) {
  const { begun, change, forget } = useKept(`location:${conversationId}`, empty)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { point, name, address } = begun
  const coordinates = readCoordinates(point)
  const location = {
    ...(coordinates ?? { latitude: 0, longitude: 0 }),
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(address.trim() ? { address: address.trim() } : {}),
  }
  const isNameless = address.trim() !== '' && name.trim() === ''
  const isComplete = coordinates !== null && !isNameless && mayStay(name, limits.line) && mayStay(address, limits.line)
  const send = () => {
    forget()
    onSend({ location })
  }
  const takeOwn = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => change({ point: `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}` }),
      () => setTrouble('This device does not tell where it is.'),
    )
  return (
    <EditorFrame title="Location" content={{ location }} isComplete={isComplete} onSend={send} onClose={onClose}>
      <Line
        label="Point on the map"
        placeholder="41.3874, 2.1686 or a link to a map"
        value={point}
        most={limits.url}
        wrong={trouble ?? (point.trim() && !coordinates ? 'There is no point in this. Copy it from a map.' : null)}
        onChange={(next) => {
          setTrouble(null)
          change({ point: next })
        }}
        aside={
          'geolocation' in navigator && (
            <IconButton label="Where I am" onClick={takeOwn}>
              <LocateFixed aria-hidden className="size-4" />
            </IconButton>
          )
        }
      />
      <Line label="Name" value={name} most={limits.line} onChange={(next) => change({ name: next })} />
      <Line
        label="Address"
        value={address}
        most={limits.line}
        wrong={isNameless ? 'An address is shown only below a name.' : null}
        onChange={(next) => change({ address: next })}
      />
    </EditorFrame>
  )
}
