/** The invitation's token in the address of its page, if that is where somebody came from. */
export function invitationIn(next: string | undefined): string | undefined {
  return /^\/invite\/([\w-]+)$/.exec(next ?? '')?.[1]
}
