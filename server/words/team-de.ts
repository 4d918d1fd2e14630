/** The words of a study's team, of invitations and of leaving, in German. */

const integer = new Intl.NumberFormat('de')
const many = (n: number, one: string, more: string) => (n === 1 ? one : `${integer.format(n)} ${more}`)

export const team = {
  title: 'Team',
  lead: 'Namen sehen nur, wer die Studie leitet. Alle anderen, und jede Datei, die die Studie verlässt, kennen Pseudonyme.',
  owners: (names: string, count: number) =>
    `${names} ${count === 1 ? 'betreibt diesen Server und kann' : 'betreiben diesen Server und können'} jede Studie leiten.`,
  roles: {
    manager: 'Leitung',
    annotator: 'Markieren',
    adjudicator: 'Schlichten',
    reader: 'Mitlesen',
  },
  rolesMean: {
    manager: 'Artikel, Codebuch, Runden und Team; beantwortet Fragen, lädt die ganze Studie herunter.',
    annotator: 'Liest und markiert in den Runden, ohne die Lesarten der anderen zu sehen.',
    adjudicator: 'Sieht die Lesarten aller, unter Pseudonym; wer auch markiert, erst nach der eigenen.',
    reader: 'Sieht Artikel, Codebuch und Runden, und ändert nichts.',
  },
  members: 'Mitglieder',
  memberCount: (n: number) => many(n, '1 Mitglied', 'Mitglieder'),
  noMembers: 'Noch niemand ist in dieser Studie.',
  search: 'Name oder Pseudonym',
  finished: (finished: number, sets: number) =>
    sets === 0
      ? 'noch nichts begonnen'
      : `${integer.format(finished)} von ${integer.format(sets)} begonnenen Artikeln fertig`,
  former: 'Nicht mehr im Team',
  formerText: 'Ihre Lesarten bleiben Teil der Studie. Wer nur die Demonstration markiert hat, steht auch hier.',

  invite: 'Einladen',
  inviteText:
    'Ein Link, mit dem man sich selbst ein Konto macht oder mit dem eigenen beitritt. Er wird einmal gezeigt.',
  role: 'Rolle',
  uses: 'Für wie viele Personen?',
  days: 'Gültig',
  dayCount: (days: number) => many(days, '1 Tag', 'Tage'),
  note: 'Notiz für die Leitung (freiwillig)',
  noteHint: 'Zum Beispiel, für wen der Link ist.',
  makeLink: 'Link machen',
  open: 'Offene Einladungen',
  usesLeft: (uses: number, most: number) =>
    most === 1 ? 'für eine Person' : `${integer.format(uses)} von ${integer.format(most)} genutzt`,
  until: (day: string) => `bis ${day}`,
  revoke: 'Zurückziehen',
  revokeWhich: (role: string, note: string) => `Einladung zurückziehen: ${role}${note ? `, ${note}` : ''}`,
  link: 'Einladungslink',
  linkOnce:
    'Dieser Link wird nur jetzt gezeigt. Aufbewahrt ist von ihm nur eine Prüfsumme; geht er verloren, macht man einen neuen.',
  linkWho:
    'Wer ihn hat, kann beitreten. Er gehört in eine Nachricht an die Eingeladenen, nicht auf eine öffentliche Seite.',
  back: 'Zurück zum Team',

  rolesOf: 'Rollen',
  save: 'Speichern',
  since: (day: string) => `Dabei seit ${day}`,
  as: (pseudonym: string) => `unter dem Pseudonym ${pseudonym}`,
  name: 'Name in Dateien',
  nameText:
    'Dateien nennen sonst nur das Pseudonym. Wer hier genannt wird, sieht das auf der Seite des eigenen Kontos.',
  named: 'Den Namen mitgeben',
  remove: 'Aus der Studie nehmen',
  removeNow: 'Jetzt herausnehmen',
  keeps: (finished: number, sets: number, marks: number, pseudonym: string) =>
    sets === 0
      ? 'In dieser Studie ist nichts begonnen; es bleibt nichts zurück.'
      : `Was in dieser Studie gelesen wurde, bleibt in ihr: ${many(marks, '1 Markierung', 'Markierungen')} in ${many(sets, '1 Artikel', 'Artikeln')} (${integer.format(finished)} fertig), unter dem Pseudonym ${pseudonym}.`,
  keepsLink: 'Wer später wieder beitritt, hat dasselbe Pseudonym.',
  removedDesk:
    'Was noch ungesendet in einem Browser wartet, wird dort nicht gelöscht: Es lässt sich als Datei mitnehmen.',
  faults: {
    missing: 'Mindestens eine Rolle. Wer keine mehr haben soll, wird aus der Studie genommen.',
    'last-manager': 'Niemand sonst leitet diese Studie. Erst muss jemand anderes die Leitung haben.',
  } as Record<string, string>,
  formFaults: {
    role: 'Bitte eine Rolle wählen.',
    uses: 'Eine Zahl von 1 bis 500.',
    days: 'Bitte eine Dauer wählen.',
    note: 'Höchstens 200 Zeichen, ohne Steuerzeichen.',
  } as Record<string, string>,

  leave: 'Studie verlassen',
  leaveNow: 'Jetzt verlassen',
  leaveText: 'Danach sehen Sie die Studie nicht mehr, auch die eigenen Lesarten nicht.',
  leaveOwner: 'Sie betreiben diesen Server und können die Studie auch danach noch leiten.',
  leaveTake: 'Vorher mitnehmen:',
  stay: 'Bleiben',

  invitation: 'Einladung',
  invitedTo: 'Sie sind eingeladen zur Studie',
  invitedAs: 'Ihre Rolle',
  pseudonym: 'In der Studie stehen Ihre Lesarten unter einem Pseudonym. Ihren Namen sieht nur, wer sie leitet.',
  validUntil: (day: string) => `Die Einladung gilt bis ${day}.`,
  join: 'Beitreten',
  joinAs: (name: string) => `Sie sind angemeldet als ${name}.`,
  newHere: 'Noch kein Konto',
  makeAccount: 'Konto machen und beitreten',
  haveAccount: 'Schon ein Konto',
  alreadyIn: 'Sie sind in dieser Studie schon dabei.',
  alreadyInText:
    'Diese Einladung ändert daran nichts und bleibt unverbraucht. Andere Rollen gibt, wer die Studie leitet.',
  toStudy: 'Zur Studie',
  ends: {
    revoked: 'Diese Einladung wurde zurückgezogen.',
    'used-up': 'Diese Einladung ist schon verbraucht.',
    expired: 'Diese Einladung ist abgelaufen.',
  },
  askAgain: 'Wer Sie eingeladen hat, kann einen neuen Link machen.',
  unknown: 'Hinter diesem Link ist keine Einladung. Vielleicht fehlt ihm das Ende: Er muss ganz kopiert sein.',

  inNone: 'Sie sind in keiner Studie.',
  isNamed: 'mit Namen in Dateien',
  leaveWhich: (title: string) => `Studie verlassen: ${title}`,
  rename: 'Namen ändern',
  passwordText: 'Mit dem neuen Passwort enden alle Anmeldungen anderswo.',
  currentPassword: 'Jetziges Passwort',
  newPassword: 'Neues Passwort',
  changePassword: 'Passwort ändern',
  wrongPassword: 'Das Passwort stimmt nicht.',
  sessions: 'Anmeldungen',
  sessionCount: (others: number) =>
    others === 0
      ? 'Nur hier angemeldet.'
      : `Hier angemeldet, und ${many(others, 'ein weiteres Mal', 'weitere Male')} anderswo.`,
  signOutElsewhere: 'Anderswo abmelden',
  tokens: 'Schlüssel für Programme',
  tokensText: 'Mit einem Schlüssel handelt ein Programm in Ihrem Namen. Er gilt, bis er zurückgezogen wird.',
  madeOn: (day: string) => `gemacht am ${day}`,
  makeToken: 'Schlüssel machen',
  newToken: 'Neuer Schlüssel',
  tokenOnce: 'Er wird nur jetzt gezeigt; aufbewahrt ist nur eine Prüfsumme.',
  revokeToken: (id: string) => `Schlüssel zurückziehen: ${id}`,
  erase: 'Konto löschen',
  eraseLead: 'Konto und Name verschwinden von diesem Server; was mit den Lesarten wird, bestimmen Sie.',
  eraseLook: 'Ansehen, was dann geschieht',
  eraseAccount:
    'Das Konto, der Name, alle Anmeldungen und Schlüssel, die Mitgliedschaften und hereingebrachte, noch nicht übernommene Dateien werden gelöscht. Das lässt sich nicht rückgängig machen. Eine Studie, in der sonst niemand ist, leitet danach, wer diesen Server betreibt.',
  eraseCounts: (marks: number, sets: number, studies: number, questions: number) =>
    sets === 0 && questions === 0
      ? 'Es gibt keine Lesarten von Ihnen.'
      : `Von Ihnen gibt es ${many(marks, '1 Markierung', 'Markierungen')} in ${many(sets, '1 Artikel', 'Artikeln')} und ${many(questions, '1 Frage', 'Fragen')}, in ${many(studies, '1 Studie', 'Studien')}.`,
  eraseReadings: 'Was soll mit den Lesarten werden?',
  eraseRemoved: 'Löschen.',
  eraseRemovedText:
    'Markierungen mit allen früheren Fassungen, Antworten, Notizen und Fragen verschwinden aus den Studien.',
  eraseKept: 'Ohne Namen dalassen.',
  eraseKeptText:
    'Sie bleiben unter dem Pseudonym, und nichts führt mehr zu Ihnen. Notizen und Fragen bleiben, wie sie geschrieben sind. Später löschen lässt sich das dann nicht mehr, denn niemand weiß, wessen sie waren.',
  eraseBackups:
    'Sicherungskopien, die es schon gibt, und Dateien, die schon heruntergeladen sind, erreicht das nicht. In ihnen steht noch, was da war, bis sie selbst gelöscht werden.',
  eraseNow: 'Endgültig löschen',
  eraseOwner: 'Dieser Server braucht jemanden, der ihn betreibt: Dieses Konto lässt sich hier nicht löschen.',
  eraseManager:
    'Diese Studien leitet sonst niemand, und andere arbeiten in ihnen. Erst muss jemand anderes die Leitung haben:',
}
