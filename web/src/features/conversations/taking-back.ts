import type { BulkAct, BulkResult } from '../../lib/api-types.ts'

/** The acts that make conversations what they were before a change. Having read something can't be taken back. */
export function takingBack(changed: readonly BulkResult[], now = new Date()): { ids: string[]; act: BulkAct }[] {
  const steps = changed.flatMap(({ id, changes }) => stepsBack(changes, now).map((act) => ({ id, act })))
  const alike = Map.groupBy(steps, ({ act }) => JSON.stringify(act))
  return [...alike].map(([act, same]) => ({ act: JSON.parse(act) as BulkAct, ids: same.map(({ id }) => id) }))
}

function stepsBack(changes: BulkResult['changes'], now: Date): BulkAct[] {
  const steps: BulkAct[] = []
  if (changes?.status || changes?.snoozedUntil) {
    // A conversation whose time alone changed was snoozed before, too.
    const status = changes.status?.from ?? 'snoozed'
    const until = changes.snoozedUntil?.from ?? null
    if (status === 'snoozed')
      steps.push({ kind: 'snooze', until: until && Date.parse(until) > now.getTime() ? until : null })
    else steps.push({ kind: status === 'resolved' ? 'resolve' : status === 'pending' ? 'pend' : 'reopen' })
  }
  if (changes?.assigneeId) steps.push({ kind: 'assign', assigneeId: changes.assigneeId.from })
  if (changes?.labels) {
    const { from, to } = changes.labels
    const add = from.filter((label) => !to.includes(label))
    const remove = to.filter((label) => !from.includes(label))
    steps.push({ kind: 'label', add, remove })
  }
  return steps
}
