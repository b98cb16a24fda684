import type { TestContext } from 'node:test'

type CleanUp = () => unknown

const stacks = new WeakMap<object, CleanUp[]>()

/**
 * Undoes something after the test, the last thing first: a program ends before its folder goes. The runner's own hooks run in
 * the order they were registered. One that fails does not keep the others from running.
 */
export function afterwards(t: Pick<TestContext, 'after'>, act: CleanUp): void {
  const known = stacks.get(t)
  if (known) {
    known.push(act)
    return
  }
  const stack = [act]
  stacks.set(t, stack)
  t.after(async () => {
    const failures: unknown[] = []
    for (const undo of stack.reverse()) await Promise.resolve(undo()).catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  })
}
