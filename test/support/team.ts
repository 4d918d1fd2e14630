/** A study with a team, and links into it. */
import type { StudyRole } from '../../server/accounts/permissions.ts'
import type { Agent, TestApp } from './app.ts'
import { addPlace, newId, type Place } from './builders.ts'

/** A study that Mira manages, with one round of the kind annotation. Rui owns the instance. */
export async function studyOfMira(app: TestApp): Promise<{ rui: Agent; mira: Agent; place: Place; slug: string }> {
  const [rui, mira] = [await app.signedIn('Rui'), await app.signedIn('Mira')]
  const place = await addPlace(app.parts, { kind: 'annotation' })
  await app.takeIn('Mira', place.article.studyId, 'manager')
  return { rui, mira, place, slug: `study-${place.article.studyId}` }
}

export interface InvitationWish {
  readonly role?: StudyRole
  readonly uses?: number
  readonly days?: number
  readonly note?: string
}

/** The fields of the form that invites. */
export function inviting({ role = 'annotator', uses = 1, days = 7, note = '' }: InvitationWish = {}): {
  readonly id: string
} & Record<string, string> {
  return { id: newId(), role, uses: String(uses), days: String(days), note }
}

/** Makes an invitation; the path of its link. */
export async function linkOf(agent: Agent, slug: string, wish?: InvitationWish): Promise<string> {
  const { text } = await agent.post(`/studies/${slug}/invitations`).type('form').send(inviting(wish)).expect(201)
  return /\/invitations\/[\w-]{43}/.exec(text)![0]
}
