import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { LayoutTemplate } from 'lucide-react'
import { useState } from 'react'
import type { TemplateSummary } from '../../lib/api-types.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { inputClass } from '../../ui/field.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { previewQuery, templateQuery, templatesQuery } from './queries.ts'
import { languageName } from './words.ts'

export interface TemplateToSend {
  templateId: string
  language: string
  variables: Record<string, string>
}

interface SendTemplateProps {
  slug: string
  /** What is known already, by the names of variables. */
  known: Record<string, string>
  onSend: (wish: TemplateToSend) => void
}

/** Chooses a template that may leave, fills it in, shows it as it will arrive, and sends it. */
export function SendTemplate({ slug, known, onSend }: SendTemplateProps) {
  const [isOpen, setOpen] = useState(false)
  const send = (wish: TemplateToSend) => {
    onSend(wish)
    setOpen(false)
  }
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={buttonClass('primary', 'small')}>
        <LayoutTemplate aria-hidden className="size-4" /> Send a template
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_16_12/0.4)]" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-2xl -translate-1/2 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-float">
          <Dialog.Title className="text-base font-semibold">Send a template</Dialog.Title>
          <Choice slug={slug} known={known} onSend={send} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Choice({ slug, known, onSend }: SendTemplateProps) {
  const list = useQuery(templatesQuery(slug))
  const ready = (list.data ?? []).flatMap(choicesOf)
  const [chosen, setChosen] = useState('')
  const choice = ready.find(({ key }) => key === chosen) ?? ready[0]
  if (list.isPending) return <p className="mt-3 text-sm text-ink-soft">Looking for templates…</p>
  if (list.error && !list.data) {
    return (
      <p role="alert" className="mt-3 text-sm text-red">
        {list.error.message}
      </p>
    )
  }
  if (!choice) {
    return (
      <p className="mt-3 text-sm text-ink-soft">
        WhatsApp has approved no template yet. Submit one under Settings → Templates; most are judged within minutes.
      </p>
    )
  }
  return (
    <div className="mt-4 flex flex-col gap-4">
      <select
        aria-label="Template"
        value={choice.key}
        onChange={(event) => setChosen(event.target.value)}
        className={cx(inputClass, 'h-10')}
      >
        {ready.map(({ key, title, language }) => (
          <option key={key} value={key}>
            {title} · {languageName(language)}
          </option>
        ))}
      </select>
      <FillIn key={choice.key} slug={slug} id={choice.id} language={choice.language} known={known} onSend={onSend} />
    </div>
  )
}

function choicesOf({ id, title, enabled, submissions }: TemplateSummary) {
  const approved = enabled ? submissions.filter(({ status }) => status === 'approved') : []
  const languages = [...new Set(approved.map(({ language }) => language))]
  return languages.map((language) => ({ key: `${id} ${language}`, id, title, language }))
}

interface FillInProps extends SendTemplateProps {
  id: string
  language: string
}

function FillIn({ slug, id, language, known, onSend }: FillInProps) {
  const template = useQuery(templateQuery(slug, id)).data
  const [typed, setTyped] = useState<Record<string, string>>({})
  const names = template?.variables.map(({ name }) => name) ?? []
  const values = Object.fromEntries(names.map((name) => [name, typed[name] ?? known[name] ?? '']))
  const settled = useDebounced(values)
  const preview = useQuery(previewQuery(slug, id, { language, values: settled })).data
  const isWhole = template !== undefined && names.every((name) => values[name]?.trim())
  return (
    <form
      aria-label="Fill in the template"
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) onSend({ templateId: id, language, variables: values })
      }}
      className="grid gap-5 md:grid-cols-2"
    >
      <div className="flex flex-col gap-3">
        {template?.variables.map(({ name, example }) => (
          <label key={name} className="flex flex-col gap-1 text-sm font-medium">
            {name}
            <input
              value={values[name] ?? ''}
              placeholder={example}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              className={cx(inputClass, 'h-10 font-normal')}
            />
          </label>
        ))}
      </div>
      <PhoneFrame words={preview?.whatsapp ?? null} />
      <div className="flex flex-wrap justify-end gap-2 md:col-span-2">
        {!isWhole && <p className="mr-auto text-xs text-ink-soft">Fill in everything to send it.</p>}
        <Dialog.Close className={buttonClass('plain')}>Cancel</Dialog.Close>
        <Button type="submit" tone="primary" disabled={!isWhole}>
          Send
        </Button>
      </div>
    </form>
  )
}
