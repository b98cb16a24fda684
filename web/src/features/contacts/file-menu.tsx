import { Link } from '@tanstack/react-router'
import { Download, EllipsisVertical, SlidersHorizontal, Upload } from 'lucide-react'
import { inWorkspace } from '../../lib/api.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { asked, type ContactFilters } from './queries.ts'

interface FileMenuProps {
  slug: string
  filters: ContactFilters
  may: (act: string) => boolean
}

/** Files of people in and out; what goes out are those the list shows. */
export function FileMenu({ slug, filters, may }: FileMenuProps) {
  const filled = Object.entries(asked(filters)).filter(([, value]) => value !== '')
  const path = `/api/v1${inWorkspace(slug, '/contacts/export.csv')}?${new URLSearchParams(filled)}`
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Import, export, fields">
          <EllipsisVertical aria-hidden className="size-4.5" />
        </IconButton>
      }
    >
      {may('contacts.import') && (
        <MenuItem render={<Link to="/w/$slug/contacts/import" params={{ slug }} />}>
          <Upload aria-hidden className="size-4 text-ink-soft" /> Import from a file
        </MenuItem>
      )}
      {may('contacts.export') && (
        <MenuItem render={<a href={path} download />}>
          <Download aria-hidden className="size-4 text-ink-soft" />
          {filled.length > 0 ? 'Export those shown' : 'Export everyone'}
        </MenuItem>
      )}
      <MenuItem render={<Link to="/w/$slug/settings/contact-fields" params={{ slug }} />}>
        <SlidersHorizontal aria-hidden className="size-4 text-ink-soft" /> Contact fields
      </MenuItem>
    </Menu>
  )
}
