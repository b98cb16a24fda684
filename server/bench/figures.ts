/** Times of one kind, in milliseconds, in the order in which they were measured. */
export type Times = readonly number[]

/** The time that so many percent did not exceed. */
export function percentile(times: Times, percent: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** `p50`, `p95` and `p99`, as columns of a table. */
export function spread(times: Times): Record<string, string> {
  return Object.fromEntries([50, 95, 99].map((percent) => [`p${percent} ms`, percentile(times, percent).toFixed(1)]))
}

/** Rows as lines, the first column to the left and the others to the right. */
export function table(rows: readonly Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const inLine = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return lines.map(inLine).join('\n')
}

/** Whether an aim was met, in words. */
export function aim(what: string, isMet: boolean): string {
  return `${isMet ? '✔ met   ' : '✖ missed'} ${what}`
}
