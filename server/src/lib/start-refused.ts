/** The program can't start, and this sentence tells the operator why and what to do. Shown alone, without a stack trace. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}
