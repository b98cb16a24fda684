// What people's lists look like after years of spreadsheets: one line in five is broken in one of these ways.
const faulty: readonly ((at: number) => string)[] = [
  (at) => `"Müller ${at};+34700${six(at)};;`,
  (at) => `Müller ${at};+34700${six(at)};m@x.test;VIP;and;more`,
  (at) => `Müller ${at};+34700${six(at)}`,
  (at) => `Müller ${at};12;;`,
  (at) => `Müller ${at};06 12 34;;`,
  (at) => `Müller ${at};4,47911E+11;;`,
  (at) => `Müller ${at};;m${at}.x.test;`,
  (at) => `${'ü'.repeat(10_000)};+34701${six(at)};;`,
  (at) => `M\u0000ller;+34702${six(at)};;`,
  (at) => `=cmd|calc;+34703${six(at)};;`,
  () => 'Nobody;;;',
  () => 'Müller the First;+34600000000;;',
]

const six = (at: number) => `${at}`.padStart(6, '0')

/** A list of so many lines in Windows-1252, with how many are good and how many are not. Blank lines come on top. */
export function badList(lines: number): { bytes: Buffer; good: number; faults: number } {
  const written = ['Name;Teléfono;Correo;Etiquetas', 'Müller 0;+34600000000;;']
  let faults = 0
  for (let at = 1; at < lines; at++) {
    const fault = at % 5 === 0 ? faulty[(at / 5) % faulty.length] : undefined
    if (fault) faults++
    written.push(fault?.(at) ?? `Müller ${at};+34600${six(at)};m${at}@list.test;VIP`)
    if (at % 1_000 === 0) written.push('', ';;;')
  }
  return { bytes: Buffer.from(written.join('\r\n'), 'latin1'), good: lines - faults, faults }
}
