import type { TemplatePreview, TemplateVariable, TemplateVersion } from '../../lib/api-types.ts'
import { Button } from '../../ui/button.tsx'
import type { Side } from './tabs.tsx'
import { WhatsappFields } from './whatsapp-fields.tsx'
import { channelWords } from './words.ts'
import { WordsBox } from './words-box.tsx'

interface ChannelWordsProps {
  side: Side
  version: TemplateVersion
  onChange: (version: TemplateVersion) => void
  variables: readonly TemplateVariable[]
  problemAt: (path: string) => string | undefined
  segments: TemplatePreview['sms']
  disabled: boolean
}

/** The words of one language for one channel. */
export function ChannelWords(props: ChannelWordsProps) {
  const { side, version, onChange, variables, problemAt, segments, disabled } = props
  const { whatsapp, email, sms } = version
  if (version[side] === null) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-sm text-ink-soft">It says nothing by {channelWords[side]} in this language.</p>
        {!disabled && <Button onClick={() => onChange({ ...version, ...begun(side) })}>Write it</Button>}
      </div>
    )
  }
  if (side === 'whatsapp' && whatsapp) {
    const set = (words: typeof whatsapp) => onChange({ ...version, whatsapp: words })
    return (
      <WhatsappFields words={whatsapp} onChange={set} variables={variables} problemAt={problemAt} disabled={disabled} />
    )
  }
  if (side === 'email' && email) {
    const set = (change: Partial<typeof email>) => onChange({ ...version, email: { ...email, ...change } })
    const box = { variables, disabled }
    return (
      <div className="flex flex-col gap-3">
        <WordsBox
          {...box}
          label="Subject"
          value={email.subject}
          onChange={(subject) => set({ subject })}
          problem={problemAt('email.subject')}
          most={200}
        />
        <WordsBox
          {...box}
          label="Text"
          rows={8}
          value={email.text}
          onChange={(text) => set({ text })}
          problem={problemAt('email.text')}
        />
        <WordsBox
          {...box}
          label="HTML (made from the text while empty)"
          rows={4}
          value={email.html ?? ''}
          onChange={(html) => set({ html: html === '' ? null : html })}
          problem={problemAt('email.html')}
        />
      </div>
    )
  }
  return (
    <WordsBox
      label="Text"
      rows={5}
      value={sms?.text ?? ''}
      onChange={(text) => onChange({ ...version, sms: { text } })}
      problem={problemAt('sms.text')}
      count={segments ? counted(segments) : undefined}
      variables={variables}
      disabled={disabled}
    />
  )
}

function begun(side: Side): Partial<TemplateVersion> {
  if (side === 'whatsapp') return { whatsapp: { header: null, body: '', footer: null, buttons: [] } }
  return side === 'email' ? { email: { subject: '', text: '', html: null } } : { sms: { text: '' } }
}

function counted({ segments, encoding }: NonNullable<TemplatePreview['sms']>): string {
  const parts = segments === 1 ? 'one text message' : `${segments} text messages`
  return encoding === 'unicode' ? `${parts}, with signs that take more room` : parts
}
