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
  noneFound: (words: string) => `Niemand heißt „${words}“.`,
  search: 'Name oder Pseudonym',
  find: 'Suchen',
  all: 'Alle zeigen',
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
}
