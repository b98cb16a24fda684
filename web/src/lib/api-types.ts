// What the server says, in one place: everything else in the web app takes its types from here.
import type { components, paths } from './api.gen.ts'

type Answer<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : Operation extends { responses: { 201: { content: { 'application/json': infer Body } } } }
    ? Body
    : never

type Body<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
  ? Body
  : never

type Channels = paths['/api/v1/w/{slug}/channels']
type OneChannel = paths['/api/v1/w/{slug}/channels/{id}']

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export type Problem = components['schemas']['Problem']

export type Installation = Answer<paths['/api/v1/installation']['get']>

export type Me = Answer<paths['/api/v1/me']['get']>
export type User = Me['user']

export type Workspace = Answer<paths['/api/v1/w/{slug}']['get']>
export type NewWorkspace = Body<paths['/api/v1/workspaces']['post']>
export type Member = Answer<paths['/api/v1/w/{slug}/members']['get']>['items'][number]

export type Role = Member['role']
export type MemberChange = Body<paths['/api/v1/w/{slug}/members/{id}']['patch']>
export type HandOver = Body<paths['/api/v1/w/{slug}/members/{id}/hand-over']['post']>
export type Permission = Answer<paths['/api/v1/w/{slug}/permissions']['get']>['items'][number]
type Invitations = paths['/api/v1/w/{slug}/invitations']
export type Invitation = Answer<Invitations['get']>['items'][number]
export type NewInvitation = Body<Invitations['post']>
export type MadeInvitation = Answer<Invitations['post']>
export type InvitationLetter = Answer<paths['/api/v1/invitations/{token}']['get']>
export type WorkspaceOfMine = Answer<paths['/api/v1/invitations/{token}/accept']['post']>

export type Channel = Answer<OneChannel['get']>
export type ChannelStatus = Channel['status']
export type NewChannel = Body<Channels['post']>
export type ChannelChange = Body<OneChannel['patch']>
type ChannelHealthPath = paths['/api/v1/w/{slug}/channels/{id}/health']
export type ChannelHealth = Answer<ChannelHealthPath['get']>
export type ChannelFinding = ChannelHealth['findings'][number]
export type ChannelCredentials = NewChannel['credentials']

export type Contact = Answer<paths['/api/v1/w/{slug}/contacts/{id}']['get']>
export type Identity = Contact['identities'][number]
export type NewContact = Body<paths['/api/v1/w/{slug}/contacts']['post']>
export type ContactChange = Body<paths['/api/v1/w/{slug}/contacts/{id}']['patch']>
export type LabelCount = Answer<paths['/api/v1/w/{slug}/contacts/labels']['get']>['items'][number]
export type TimelineEntry = Answer<paths['/api/v1/w/{slug}/contacts/{id}/timeline']['get']>['items'][number]

type ContactConsents = paths['/api/v1/w/{slug}/contacts/{id}/consents']
export type Consents = Answer<ContactConsents['get']>
export type ConsentChange = Body<ContactConsents['post']>
type ConsentRulesPath = paths['/api/v1/w/{slug}/consent-rules']
export type ConsentRules = Answer<ConsentRulesPath['get']>
export type ConsentRulesChange = Body<ConsentRulesPath['patch']>

export type Field = Answer<paths['/api/v1/w/{slug}/contacts/fields']['get']>['items'][number]
export type NewField = Body<paths['/api/v1/w/{slug}/contacts/fields']['post']>
export type FieldChange = Body<paths['/api/v1/w/{slug}/contacts/fields/{id}']['patch']>
export type Import = Answer<paths['/api/v1/w/{slug}/contacts/imports/{id}']['get']>
export type ImportPlan = Body<paths['/api/v1/w/{slug}/contacts/imports/{id}/check']['post']>
export type RefusedLine = Answer<paths['/api/v1/w/{slug}/contacts/imports/{id}/refused']['get']>['items'][number]

type OneLead = paths['/api/v1/w/{slug}/leads/{id}']
export type Lead = Answer<OneLead['get']>
export type LeadStage = Lead['stage']
export type LeadSource = Lead['source']
export type LeadChange = Body<OneLead['patch']>
export type NewLead = Body<paths['/api/v1/w/{slug}/leads']['post']>
export type LeadCounts = Answer<paths['/api/v1/w/{slug}/leads/counts']['get']>

type OneConversation = paths['/api/v1/w/{slug}/conversations/{id}']

export type Conversation = Answer<OneConversation['get']>
export type ConversationStatus = Conversation['status']
export type ConversationChange = Body<OneConversation['patch']>
export type ConversationCounts = Answer<paths['/api/v1/w/{slug}/conversations/counts']['get']>

export type Handoff = NonNullable<Conversation['handoff']>
export type InboxSettings = Answer<paths['/api/v1/w/{slug}/inbox-settings']['get']>

type Views = paths['/api/v1/w/{slug}/views']
export type SavedView = Answer<Views['get']>['items'][number]
export type NewView = Body<Views['post']>
export type ViewChange = Body<paths['/api/v1/w/{slug}/views/{id}']['patch']>
export type ViewCount = Answer<paths['/api/v1/w/{slug}/views/counts']['get']>['items'][number]
type SavedReplies = paths['/api/v1/w/{slug}/saved-replies']
export type SavedReply = Answer<SavedReplies['get']>['items'][number]
export type NewSavedReply = Body<SavedReplies['post']>
export type SavedReplyChange = Body<paths['/api/v1/w/{slug}/saved-replies/{id}']['patch']>
export type InboxLabel = Answer<paths['/api/v1/w/{slug}/labels']['get']>['items'][number]
type Bulk = paths['/api/v1/w/{slug}/conversations/bulk']['post']
export type BulkAct = Body<Bulk>['act']
export type BulkResult = Answer<Bulk>['items'][number]

export type Message = Answer<paths['/api/v1/w/{slug}/conversations/{id}/messages']['post']>
export type NewReply = Body<paths['/api/v1/w/{slug}/conversations/{id}/messages']['post']>
export type Interactive = NonNullable<NewReply['interactive']>
export type ContactCard = NonNullable<NewReply['contacts']>[number]
export type WayOut = Answer<paths['/api/v1/w/{slug}/conversations/{id}/channels']['get']>['items'][number]
export type MediaFile = NonNullable<Message['media']>
export type MessageStatus = Message['status']
export type Found = Answer<paths['/api/v1/w/{slug}/search']['get']>
export type SenderType = Message['senderType']

/** What the live stream tells; the API document does not describe events. */
export interface Fact {
  name: string
  subjectId: string
  contactId: string | null
  conversationId: string | null
  details: Record<string, unknown>
  actor: { kind: string; id: string | null }
  at: string
}

type Tokens = paths['/api/v1/w/{slug}/tokens']
export type Token = Answer<Tokens['get']>['items'][number]
export type NewToken = Body<Tokens['post']>
export type MadeToken = Answer<Tokens['post']>
export type Scope = Answer<paths['/api/v1/w/{slug}/tokens/scopes']['get']>['items'][number]

export type AuditEntry = Answer<paths['/api/v1/w/{slug}/audit']['get']>['items'][number]
export type AuditFilters = Answer<paths['/api/v1/w/{slug}/audit/filters']['get']>

type Templates = paths['/api/v1/w/{slug}/templates']
export type TemplateSummary = Answer<Templates['get']>['items'][number]
export type TemplateSubmission = TemplateSummary['submissions'][number]
export type Template = Answer<paths['/api/v1/w/{slug}/templates/{id}']['get']>
export type TemplateVersion = Template['versions'][number]
export type TemplateVariable = Template['variables'][number]
export type TemplatePreview = Answer<paths['/api/v1/w/{slug}/templates/{id}/preview']['post']>
