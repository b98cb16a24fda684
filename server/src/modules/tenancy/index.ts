/**
 * Tenancy: a *workspace* is one business and one tenant; *members* are the people who work there, each under a *role*. A
 * person signs in once and may belong to several workspaces. This module promises that whoever is not a member of a
 * workspace can't tell that it exists, and that one table says who may do what.
 */
export { type Accounts, openAccounts, type Person, type SignedIn } from './accounts.ts'
export { Email } from './email.ts'
export { acceptInvitation } from './invitations/accept.ts'
export { InvitationLetter } from './invitations/invitation.ts'
export { invite } from './invitations/invite.ts'
export { readLetter } from './invitations/read-letter.ts'
export { addMember } from './members/add-member.ts'
export { isPresent } from './members/is-present.ts'
export { removeMember } from './members/remove-member.ts'
export { openWorkspace } from './open-workspace.ts'
export { type Act, may, permissionsOf, permit } from './permissions.ts'
export { getWorkspace, memberOf, workspacesOf } from './queries.ts'
export { NotSignedIn, SignUpClosed } from './refusals.ts'
export { callerByToken } from './tokens/caller-by-token.ts'
export { NewWorkspace, Workspace, WorkspaceOfMine } from './workspace.ts'
