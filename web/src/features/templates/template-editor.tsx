import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { inWorkspace, patch, post } from '../../lib/api.ts'
import type { Template, TemplatePreview, TemplateVersion } from '../../lib/api-types.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { ChannelWords } from './channel-words.tsx'
import { MailFrame, PhoneFrame } from './phone-frame.tsx'
import { previewQuery, templateQuery } from './queries.ts'
import { type Side, Tabs } from './tabs.tsx'
import { VariablesFields } from './variables-fields.tsx'
import { channelWords, languageName } from './words.ts'

interface TemplateEditorProps {
  slug: string
  template: Template
  mayWrite: boolean
}

/** Where a template is written: language by language, channel by channel, with what its reader gets beside it. */
export function TemplateEditor({ slug, template, mayWrite }: TemplateEditorProps) {
  const [variables, setVariables] = useState(template.variables)
  const [versions, setVersions] = useState(template.versions)
  const [language, setLanguage] = useState<string>(template.versions[0]?.language ?? 'en')
  const [side, setSide] = useState<Side>(template.versions[0]?.whatsapp ? 'whatsapp' : 'sms')
  const version = versions.find((one) => one.language === language) ?? versions[0]
  const draft = useDebounced(version && { variables, version })
  const preview = useQuery(previewQuery(slug, template.id, draft ? { draft } : {})).data
  if (!version) return null

  const problemAt = (path: string) => preview?.problems.find((problem) => problem.path === path)?.message
  const setVersion = (next: TemplateVersion) =>
    setVersions(versions.map((one) => (one.language === next.language ? next : one)))
  const isChanged = versions !== template.versions || variables !== template.variables
  return (
    <section aria-label="Words" className="flex flex-col gap-4">
      <Tabs
        label="Language"
        value={version.language}
        onChange={setLanguage}
        options={versions.map((one) => ({ value: one.language, label: languageName(one.language) }))}
      />
      <Tabs
        label="Channel"
        value={side}
        onChange={(next) => setSide(next as Side)}
        options={Object.entries(channelWords).map(([value, label]) => ({ value, label }))}
      />
      <div className="grid gap-6 md:grid-cols-2">
        <ChannelWords
          side={side}
          version={version}
          onChange={setVersion}
          variables={variables}
          problemAt={problemAt}
          segments={preview?.sms ?? null}
          disabled={!mayWrite}
        />
        <Shown side={side} preview={preview} />
      </div>
      <VariablesFields variables={variables} onChange={setVariables} problemAt={problemAt} disabled={!mayWrite} />
      {mayWrite && <EditorActs slug={slug} template={template} changed={isChanged ? { variables, versions } : null} />}
    </section>
  )
}

/** What its reader gets by this channel. */
function Shown({ side, preview }: { side: Side; preview: TemplatePreview | undefined }) {
  const sms = preview?.sms ? { header: null, body: preview.sms.text, footer: null, buttons: [] } : null
  return (
    <div className="md:sticky md:top-4 md:self-start">
      {side === 'email' ? (
        <MailFrame mail={preview?.email ?? null} />
      ) : (
        <PhoneFrame words={side === 'whatsapp' ? (preview?.whatsapp ?? null) : sms} />
      )}
    </div>
  )
}

interface EditorActsProps {
  slug: string
  template: Template
  /** Null while nothing was changed. */
  changed: Pick<Template, 'variables' | 'versions'> | null
}

function EditorActs({ slug, template, changed }: EditorActsProps) {
  const { save, reset } = useEditorActs(slug, template)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        tone="primary"
        busy={save.isPending}
        disabled={changed === null}
        onClick={() => changed && save.mutate(changed)}
      >
        Save
      </Button>
      {template.isCustomised && (
        <Confirm
          trigger={<Button>Reset to original</Button>}
          title="Back to the first words?"
          act="Reset to original"
          busy={reset.isPending}
          error={reset.error}
          onConfirm={() => reset.mutate()}
        >
          What was changed in any language is lost. What WhatsApp approved stays approved.
        </Confirm>
      )}
      {save.error && (
        <p role="alert" className="text-sm text-red">
          {save.error.message} {sentencesOf(save.error)}
        </p>
      )}
    </div>
  )
}

function useEditorActs(slug: string, template: Template) {
  const onSuccess = (after: Template) => {
    queryClient.setQueryData(templateQuery(slug, template.id).queryKey, after)
    queryClient.invalidateQueries({ queryKey: ['w', slug, 'templates', 'list'] })
  }
  const path = `/templates/${template.id}`
  return {
    save: useMutation({
      mutationFn: (wish: Pick<Template, 'variables' | 'versions'>) => patch<Template>(inWorkspace(slug, path), wish),
      onSuccess,
    }),
    reset: useMutation({ mutationFn: () => post<Template>(inWorkspace(slug, `${path}/reset`)), onSuccess }),
  }
}

/** In which language something is wrong, which may be one that is not on screen. */
function sentencesOf(error: Error): string {
  const fields = 'fields' in error ? Object.entries(error.fields as Record<string, string>) : []
  const inLanguages = fields.map(([path, sentence]) => {
    const language = /^versions\.([^.]+)\./.exec(path)?.[1]
    return language ? `${languageName(language)}: ${sentence}` : sentence
  })
  return inLanguages.slice(0, 3).join(' ')
}
