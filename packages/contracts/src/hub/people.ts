import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, nameSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'
import { rightSchema, roleSchema } from './rights.ts'

const tag = 'People and rights'

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  kind: z.enum(['person', 'service']),
  /** In all projects; `null`: only where a project names them. */
  role: roleSchema.nullable(),
  createdAt: timeSchema,
  lastSeenAt: timeSchema.nullable(),
  disabled: z.boolean(),
  twoFactor: z.boolean(),
})
export type Person = z.infer<typeof personSchema>

export const meSchema = personSchema.extend({
  /** Projects the caller may see, with what may be done in each. */
  projects: z.array(z.object({ id: idSchema, name: z.string(), role: roleSchema })),
  rights: z.array(rightSchema),
  /** The key that is used, where it is one. */
  key: z.object({ id: idSchema, name: z.string() }).nullable(),
})
export type Me = z.infer<typeof meSchema>

export const memberSchema = z.object({
  person: personSchema.pick({ id: true, name: true, email: true, kind: true, disabled: true }),
  role: roleSchema,
  /** `organisation`: held in all projects, changed there. */
  from: z.enum(['project', 'organisation']),
})
export type Member = z.infer<typeof memberSchema>

export const invitationSchema = z.object({
  id: idSchema,
  email: z.email().max(254),
  role: roleSchema.nullable(),
  project: z.object({ id: idSchema, name: z.string(), role: roleSchema }).nullable(),
  invitedBy: actorSchema,
  createdAt: timeSchema,
  expiresAt: timeSchema,
  acceptedAt: timeSchema.nullable(),
})
export type Invitation = z.infer<typeof invitationSchema>

export const apiKeySchema = z.object({
  id: idSchema,
  name: nameSchema,
  /** First characters, to know it again. */
  prefix: z.string(),
  owner: actorSchema,
  /** `null`: all projects of its owner. */
  projectId: idSchema.nullable(),
  rights: z.array(rightSchema).min(1),
  createdAt: timeSchema,
  expiresAt: timeSchema.nullable(),
  lastUsedAt: timeSchema.nullable(),
  revokedAt: timeSchema.nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>

export const sessionSchema = z.object({
  id: z.string(),
  createdAt: timeSchema,
  expiresAt: timeSchema,
  address: z.string().nullable(),
  agent: z.string().nullable(),
  isThis: z.boolean(),
})

const newInvitationSchema = z.object({
  email: z.email().max(254),
  role: roleSchema.nullable().default(null),
  project: z.object({ id: idSchema, role: roleSchema }).nullable().default(null),
})

export const peopleEndpoints = {
  getSetup: endpoint({
    method: 'GET',
    path: '/setup',
    tag,
    summary: 'Whether the hub waits for its first person, and how one may sign in',
    access: 'public',
    answer: z.object({
      needsOwner: z.boolean(),
      version: z.string(),
      signInWith: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  createOwner: endpoint({
    method: 'POST',
    path: '/setup/owner',
    tag,
    summary: 'Make the first person by the one-time link of the terminal',
    access: 'public',
    body: z.object({
      token: z.string().max(200),
      name: nameSchema,
      email: z.email().max(254),
      password: z.string().min(1).max(256),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
  }),
  getMe: endpoint({
    method: 'GET',
    path: '/me',
    tag,
    summary: 'Who is asking, and what they may do',
    access: 'signed-in',
    answer: meSchema,
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/people',
    tag,
    summary: 'Everybody of the organisation',
    access: 'organisation:read',
    query: pageQuerySchema,
    answer: pageOf(personSchema),
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/people/{personId}',
    tag,
    summary: 'Change the role in the organisation, or disable; ends all sessions when disabled',
    access: 'organisation:administer',
    body: z.object({ role: roleSchema.nullable().optional(), disabled: z.boolean().optional() }),
    answer: personSchema,
  }),
  createServiceAccount: endpoint({
    method: 'POST',
    path: '/service-accounts',
    tag,
    summary: 'Make an account for a program',
    access: 'organisation:administer',
    body: z.object({ name: nameSchema, role: roleSchema.nullable().default(null) }),
    answer: personSchema,
    status: 201,
  }),
  listMembers: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/members',
    tag,
    summary: 'Who may see the project, and as what',
    access: 'project:read',
    answer: z.object({ items: z.array(memberSchema) }),
  }),
  setMember: endpoint({
    method: 'PUT',
    path: '/projects/{projectId}/members/{personId}',
    tag,
    summary: 'Give a person a role in the project',
    access: 'project:administer',
    body: z.object({ role: roleSchema }),
    answer: memberSchema,
  }),
  removeMember: endpoint({
    method: 'DELETE',
    path: '/projects/{projectId}/members/{personId}',
    tag,
    summary: 'Take the role in the project away',
    access: 'project:administer',
    answer: z.void(),
  }),
  listInvitations: endpoint({
    method: 'GET',
    path: '/invitations',
    tag,
    summary: 'Invitations that were sent',
    access: 'organisation:administer',
    query: pageQuerySchema,
    answer: pageOf(invitationSchema),
  }),
  createInvitation: endpoint({
    method: 'POST',
    path: '/invitations',
    tag,
    summary: 'Invite somebody; the link is in the answer once, and mailed where mail is configured',
    access: 'organisation:administer',
    body: newInvitationSchema,
    answer: z.object({ invitation: invitationSchema, link: z.string() }),
    status: 201,
  }),
  inviteToProject: endpoint({
    method: 'POST',
    path: '/projects/{projectId}/invitations',
    tag,
    summary: 'Invite somebody to this project alone',
    access: 'project:administer',
    body: z.object({ email: z.email().max(254), role: roleSchema }),
    answer: z.object({ invitation: invitationSchema, link: z.string() }),
    status: 201,
  }),
  revokeInvitation: endpoint({
    method: 'DELETE',
    path: '/invitations/{invitationId}',
    tag,
    summary: 'Take an invitation back',
    access: 'organisation:administer',
    answer: z.void(),
  }),
  readInvitation: endpoint({
    method: 'POST',
    unaudited: true,
    path: '/invitations/read',
    tag,
    summary: 'What a link invites to, for the page that accepts it',
    access: 'public',
    body: z.object({ token: z.string().max(200) }),
    answer: z.object({
      email: z.string(),
      invitedBy: z.string(),
      project: z.string().nullable(),
      role: roleSchema.nullable(),
    }),
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/invitations/accept',
    tag,
    summary: 'Accept an invitation: makes the person with the invited address',
    access: 'public',
    body: z.object({ token: z.string().max(200), name: nameSchema, password: z.string().min(1).max(256) }),
    answer: z.object({ id: z.string() }),
    status: 201,
  }),
  listApiKeys: endpoint({
    method: 'GET',
    path: '/api-keys',
    tag,
    summary: "The caller's own keys; whoever administers the organisation sees all",
    access: 'signed-in',
    query: pageQuerySchema.extend({ all: z.stringbool().default(false) }),
    answer: pageOf(apiKeySchema),
  }),
  createApiKey: endpoint({
    method: 'POST',
    path: '/api-keys',
    tag,
    summary: 'Make a key; the secret is in the answer, once',
    access: 'signed-in',
    body: z.object({
      name: nameSchema,
      /** Of a service account; absent: the caller's own. */
      ownerId: z.string().optional(),
      projectId: idSchema.nullable().default(null),
      rights: z.array(rightSchema).min(1).default(['read', 'review', 'edit', 'run']),
      /** Days until it ends; `null`: never. */
      expiresInDays: z.number().int().min(1).max(3650).nullable().default(90),
    }),
    answer: z.object({ key: apiKeySchema, secret: z.string() }),
    status: 201,
  }),
  revokeApiKey: endpoint({
    method: 'DELETE',
    path: '/api-keys/{keyId}',
    tag,
    summary: 'Revoke a key at once',
    access: 'signed-in',
    answer: z.void(),
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/me/sessions',
    tag,
    summary: "The caller's sessions",
    access: 'signed-in',
    answer: z.object({ items: z.array(sessionSchema) }),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/me/sessions/{sessionId}',
    tag,
    summary: 'End one of the own sessions',
    access: 'signed-in',
    answer: z.void(),
  }),
} as const
