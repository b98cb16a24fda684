import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../../ui/button.tsx'
import { type BegunList, type BegunRow, listOf } from './as-content.ts'
import { EditorFrame } from './editor-frame.tsx'
import type { EditorProps } from './editors.ts'
import { HeadingAndSmallPrint } from './heading-and-small-print.tsx'
import { fits, limits, mayStay } from './limits.ts'
import { Line } from './line.tsx'
import { useKept } from './use-kept.ts'

const emptyRow: BegunRow = { title: '', description: '' }
const emptySection = { title: '', rows: [emptyRow] }
const empty: BegunList = { heading: '', text: '', smallPrint: '', button: 'Choose', sections: [emptySection] }

/** A question with a list of up to ten choices, in sections where that helps. */
export function ListEditor({ conversationId, onSend, onClose }: EditorProps) {
  const { begun, change, forget } = useKept(`list:${conversationId}`, empty)
  const { text, button, sections } = begun
  const content = { interactive: listOf(begun) }
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0)
  const send = () => {
    forget()
    onSend(content)
  }
  return (
    <EditorFrame title="List" content={content} isComplete={isComplete(begun)} onSend={send} onClose={onClose}>
      <Line label="Text" isLong value={text} most={limits.listBody} onChange={(next) => change({ text: next })} />
      <Line
        label="Button that opens the list"
        value={button}
        most={limits.button}
        onChange={(next) => change({ button: next })}
      />
      {sections.map((section, no) => (
        <Section
          // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place
          key={no}
          no={no}
          section={section}
          isOnly={sections.length === 1}
          canGrow={rows < limits.rows}
          onChange={(next) => change({ sections: next ? sections.with(no, next) : sections.toSpliced(no, 1) })}
        />
      ))}
      {rows < limits.rows && (
        <Button
          tone="quiet"
          size="small"
          className="self-start"
          onClick={() => change({ sections: [...sections, emptySection] })}
        >
          <Plus aria-hidden className="size-4" /> Section
        </Button>
      )}
      <HeadingAndSmallPrint begun={begun} onChange={change} />
    </EditorFrame>
  )
}

interface SectionProps {
  no: number
  section: BegunList['sections'][number]
  isOnly: boolean
  canGrow: boolean
  /** Null takes it away. */
  onChange: (section: BegunList['sections'][number] | null) => void
}

function Section({ no, section, isOnly, canGrow, onChange }: SectionProps) {
  const changeRow = (at: number, part: Partial<BegunRow>) =>
    onChange({ ...section, rows: section.rows.map((row, rowNo) => (rowNo === at ? { ...row, ...part } : row)) })
  const removeRow = (at: number) =>
    onChange(section.rows.length > 1 ? { ...section, rows: section.rows.toSpliced(at, 1) } : isOnly ? section : null)
  return (
    <fieldset className="flex flex-col gap-1.5 border-t border-line pt-2">
      <legend className="sr-only">Section {no + 1}</legend>
      <Line
        label={isOnly ? 'Section title, if you like' : `Title of section ${no + 1}`}
        value={section.title}
        most={limits.section}
        wrong={!isOnly && !section.title.trim() ? 'With several sections each needs a title.' : null}
        onChange={(title) => onChange({ ...section, title })}
      />
      {section.rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place
        <div key={at} className="flex items-start gap-1.5">
          <div className="flex min-w-0 flex-1 flex-wrap gap-1.5 *:basis-32">
            <Line
              isBare
              label={`Choice ${at + 1}`}
              placeholder={`Choice ${at + 1}`}
              value={row.title}
              most={limits.row}
              onChange={(title) => changeRow(at, { title })}
            />
            <Line
              isBare
              label={`Description of choice ${at + 1}`}
              placeholder="Description"
              value={row.description}
              most={limits.rowDescription}
              onChange={(description) => changeRow(at, { description })}
            />
          </div>
          <IconButton label={`Remove choice ${at + 1}`} onClick={() => removeRow(at)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      {canGrow && (
        <Button
          tone="quiet"
          size="small"
          className="self-start"
          onClick={() => onChange({ ...section, rows: [...section.rows, emptyRow] })}
        >
          <Plus aria-hidden className="size-4" /> Choice
        </Button>
      )}
    </fieldset>
  )
}

function isComplete({ heading, text, smallPrint, button, sections }: BegunList): boolean {
  const filled = sections.filter(({ rows }) => rows.some(({ title }) => title.trim()))
  const rows = filled.flatMap((section) => section.rows).filter(({ title }) => title.trim())
  return (
    fits(text, limits.listBody) &&
    fits(button, limits.button) &&
    mayStay(heading, limits.heading) &&
    mayStay(smallPrint, limits.smallPrint) &&
    rows.length > 0 &&
    rows.length <= limits.rows &&
    rows.every(({ title, description }) => fits(title, limits.row) && mayStay(description, limits.rowDescription)) &&
    filled.every(({ title }) => (filled.length > 1 ? fits(title, limits.section) : mayStay(title, limits.section)))
  )
}
