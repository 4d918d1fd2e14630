/** The words of a study's team, of invitations and of leaving, in English. */
import type { team as german } from './team-de.ts'

const integer = new Intl.NumberFormat('en')
const many = (n: number, one: string, more: string) => (n === 1 ? one : `${integer.format(n)} ${more}`)

export const team: typeof german = {
  title: 'Team',
  lead: 'Names are seen only by those who manage the study. Everybody else, and every file that leaves it, knows pseudonyms.',
  owners: (names, count) => `${names} ${count === 1 ? 'runs' : 'run'} this server and can manage every study.`,
  roles: {
    manager: 'Manager',
    annotator: 'Annotator',
    adjudicator: 'Adjudicator',
    reader: 'Reader',
  },
  rolesMean: {
    manager: 'Articles, codebook, rounds and team; answers questions, downloads the whole study.',
    annotator: 'Reads and marks in the rounds, without seeing the readings of others.',
    adjudicator: 'Sees everybody’s readings, under pseudonyms; who marks too, only after their own.',
    reader: 'Sees articles, codebook and rounds, and changes nothing.',
  },
  members: 'Members',
  memberCount: (n) => many(n, '1 member', 'members'),
  noMembers: 'Nobody is in this study yet.',
  search: 'Name or pseudonym',
  finished: (finished, sets) =>
    sets === 0
      ? 'nothing begun yet'
      : `${integer.format(finished)} of ${many(sets, '1 article', 'articles')} begun are finished`,
  former: 'No longer in the team',
  formerText: 'Their readings stay part of the study. Who marked only the demonstration stands here too.',

  invite: 'Invite',
  inviteText: 'A link by which people make themselves an account, or join with the one they have. It is shown once.',
  role: 'Role',
  uses: 'For how many people?',
  days: 'Valid for',
  dayCount: (days) => many(days, '1 day', 'days'),
  note: 'Note for those who manage (optional)',
  noteHint: 'For example, whom the link is for.',
  makeLink: 'Make a link',
  open: 'Open invitations',
  usesLeft: (uses, most) => (most === 1 ? 'for one person' : `${integer.format(uses)} of ${integer.format(most)} used`),
  until: (day) => `until ${day}`,
  revoke: 'Revoke',
  revokeWhich: (role, note) => `Revoke the invitation: ${role}${note ? `, ${note}` : ''}`,
  link: 'Invitation link',
  linkOnce: 'This link is shown only now. All that is kept of it is a checksum; if it is lost, a new one is made.',
  linkWho: 'Whoever has it can join. It belongs in a message to those who are invited, not on a public page.',
  back: 'Back to the team',

  rolesOf: 'Roles',
  save: 'Save',
  since: (day) => `In the study since ${day}`,
  as: (pseudonym) => `under the pseudonym ${pseudonym}`,
  name: 'Name in files',
  nameText: 'Otherwise files state the pseudonym alone. Who is named here, sees so on the page of their account.',
  named: 'Give the name along',
  remove: 'Take out of the study',
  removeNow: 'Take out now',
  keeps: (finished, sets, marks, pseudonym) =>
    sets === 0
      ? 'Nothing has been begun in this study; nothing stays behind.'
      : `What was read in this study stays in it: ${many(marks, '1 mark', 'marks')} in ${many(sets, '1 article', 'articles')} (${integer.format(finished)} finished), under the pseudonym ${pseudonym}.`,
  keepsLink: 'Who joins again later has the same pseudonym.',
  removedDesk: 'What still waits in a browser is not deleted there: it can be taken along as a file.',
  faults: {
    missing: 'One role at least. Who is to have none is taken out of the study.',
    'last-manager': 'Nobody else manages this study. First somebody else must be a manager.',
  },
  formFaults: {
    role: 'Please choose a role.',
    uses: 'A number from 1 to 500.',
    days: 'Please choose for how long.',
    note: 'At most 200 characters, no control characters.',
  },

  leave: 'Leave the study',
  leaveNow: 'Leave now',
  leaveText: 'After that you do not see the study any more, not even your own readings.',
  leaveOwner: 'You run this server and can still manage the study afterwards.',
  leaveTake: 'To take along before:',
  stay: 'Stay',

  invitation: 'Invitation',
  invitedTo: 'You are invited to the study',
  invitedAs: 'Your role',
  pseudonym: 'In the study your readings stand under a pseudonym. Your name is seen only by those who manage it.',
  validUntil: (day) => `The invitation is valid until ${day}.`,
  join: 'Join',
  joinAs: (name) => `You are signed in as ${name}.`,
  newHere: 'No account yet',
  makeAccount: 'Make an account and join',
  haveAccount: 'Have an account',
  alreadyIn: 'You are in this study already.',
  alreadyInText:
    'This invitation changes nothing about that and stays unused. Other roles are given by those who manage the study.',
  toStudy: 'To the study',
  ends: {
    revoked: 'This invitation has been revoked.',
    'used-up': 'This invitation has been used up.',
    expired: 'This invitation has run out.',
  },
  askAgain: 'Whoever invited you can make a new link.',
  unknown: 'There is no invitation behind this link. Perhaps its end is missing: it must be copied whole.',

  inNone: 'You are in no study.',
  isNamed: 'named in files',
  leaveWhich: (title) => `Leave the study: ${title}`,
  rename: 'Change the name',
  passwordText: 'With the new password all sign-ins elsewhere end.',
  currentPassword: 'Present password',
  newPassword: 'New password',
  changePassword: 'Change the password',
  wrongPassword: 'The password is not right.',
  sessions: 'Sign-ins',
  sessionCount: (others) =>
    others === 0 ? 'Signed in here only.' : `Signed in here, and ${many(others, 'once more', 'more times')} elsewhere.`,
  signOutElsewhere: 'Sign out elsewhere',
  tokens: 'Tokens for programs',
  tokensText: 'With a token a program acts in your name. It holds until it is revoked.',
  madeOn: (day) => `made on ${day}`,
  makeToken: 'Make a token',
  newToken: 'New token',
  tokenOnce: 'It is shown only now; all that is kept is a checksum.',
  revokeToken: (id) => `Revoke the token: ${id}`,
  erase: 'Delete the account',
  eraseLead: 'Account and name disappear from this server; what becomes of the readings, you decide.',
  eraseLook: 'See what happens then',
  eraseAccount:
    'The account, the name, all sign-ins and tokens, the memberships, and files brought in but not yet taken are deleted. This cannot be undone. A study that nobody else is in is managed from then on by who runs this server.',
  eraseCounts: (marks, sets, studies, questions) =>
    sets === 0 && questions === 0
      ? 'There are no readings of yours.'
      : `There are ${many(marks, '1 mark', 'marks')} of yours in ${many(sets, '1 article', 'articles')} and ${many(questions, '1 question', 'questions')}, in ${many(studies, '1 study', 'studies')}.`,
  eraseReadings: 'What is to become of the readings?',
  eraseRemoved: 'Delete them.',
  eraseRemovedText: 'Marks with all their earlier states, answers, notes and questions disappear from the studies.',
  eraseKept: 'Leave them without a name.',
  eraseKeptText:
    'They stay under the pseudonym, and nothing leads to you any more. Notes and questions stay as they are written. They cannot be deleted later, for nobody knows whose they were.',
  eraseBackups:
    'Backups that are there already, and files that have been downloaded, are not reached by this. What was there stands in them until they are deleted themselves.',
  eraseNow: 'Delete for good',
  eraseOwner: 'This server needs somebody who runs it: this account cannot be deleted here.',
  eraseManager: 'Nobody else manages these studies, and others work in them. First somebody else must be a manager:',
}
