import { Download, Mic, Music, Pause, Play } from 'lucide-react'
import { useRef, useState } from 'react'
import { iconButtonClass } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { clockWords } from './file-words.ts'

interface SoundProps {
  source: string
  download: string
  isVoice: boolean
}

const speeds = [1, 1.5, 2]

/** Plays a voice note or another sound: play, a place in it, and how fast; all of it by keyboard, too. */
export function Sound({ source, download, isVoice }: SoundProps) {
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)
  const [speed, setSpeed] = useState(1)
  const [isBroken, setBroken] = useState(false)
  const name = isVoice ? 'Voice message' : 'Audio'
  const Icon = isVoice ? Mic : Music

  const play = () => {
    const player = audio.current
    if (!player) return
    if (player.paused) player.play().catch(() => setBroken(true))
    else player.pause()
  }
  const goTo = (seconds: number) => {
    if (audio.current) audio.current.currentTime = seconds
    setAt(seconds)
  }
  const faster = () => {
    const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1
    if (audio.current) audio.current.playbackRate = next
    setSpeed(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: controls of one thing, not fields of a form
    <span role="group" aria-label={name} className="flex w-72 max-w-full items-center gap-1.5 py-0.5">
      {/* biome-ignore lint/a11y/useMediaCaption: nobody writes down what customers say */}
      <audio
        ref={audio}
        src={source}
        preload="metadata"
        onLoadedMetadata={({ currentTarget }) => setLength(finite(currentTarget.duration))}
        onDurationChange={({ currentTarget }) => setLength(finite(currentTarget.duration))}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onError={() => setBroken(true)}
      />
      <button
        type="button"
        onClick={play}
        aria-label={isPlaying ? 'Pause' : 'Play'}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-on hover:bg-accent-hover"
      >
        {isPlaying ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="ml-0.5 size-4" />}
      </button>
      <span className="min-w-0 flex-1">
        <input
          type="range"
          aria-label="Place in it"
          aria-valuetext={`${clockWords(at)} of ${clockWords(length)}`}
          min={0}
          max={Math.max(length, at, 0.1)}
          step={0.1}
          value={at}
          onChange={(event) => goTo(Number(event.target.value))}
          className={slider}
        />
        <span className="figures flex items-center gap-1 text-xs text-ink-soft">
          <Icon aria-hidden className="size-3.5" />
          {isBroken ? 'This browser can’t play it.' : `${clockWords(at)} / ${clockWords(length)}`}
        </span>
      </span>
      {isBroken ? (
        <a href={download} download aria-label="Download" title="Download" className={iconButtonClass}>
          <Download aria-hidden className="size-4" />
        </a>
      ) : (
        <button
          type="button"
          onClick={faster}
          aria-label={`Speed ${speed}×`}
          className={cx(iconButtonClass, 'figures text-xs font-medium')}
        >
          {speed}×
        </button>
      )}
    </span>
  )
}

const slider =
  'block h-5 w-full cursor-pointer appearance-none bg-transparent ' +
  '[&::-webkit-slider-runnable-track]:h-1 [&::-webkit-slider-runnable-track]:rounded-full [&::-webkit-slider-runnable-track]:bg-line-strong ' +
  '[&::-webkit-slider-thumb]:-mt-1 [&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:appearance-none ' +
  '[&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent ' +
  '[&::-moz-range-track]:h-1 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-line-strong ' +
  '[&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-accent'

/** A sound whose length is nowhere written has an infinite one until it was played. */
const finite = (seconds: number) => (Number.isFinite(seconds) ? seconds : 0)
