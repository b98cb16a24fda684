import type { Import } from '../../../lib/api-types.ts'

export const stateWords: Readonly<Record<Import['state'], string>> = {
  uploaded: 'Not checked yet',
  checking: 'Checking',
  checked: 'Checked, not imported',
  importing: 'Importing',
  done: 'Imported',
  failed: 'Stopped by a fault',
  cancelled: 'Stopped',
}
