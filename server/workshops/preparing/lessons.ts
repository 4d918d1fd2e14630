/** Lessons that begin with one press: what is read, for how long, in which phases, and what is asked. */
import type { OptionalPhase, WorkshopLanguage } from '../workshop.ts'

/** The first article, and two of our own, whose events are invented: files in db/lessons. */
export const LESSON_ARTICLES = ['first', 'swimming-pool', 'free-buses'] as const
export type LessonArticle = (typeof LESSON_ARTICLES)[number]

export const LESSONS = ['who-speaks', 'where-we-part', 'twice'] as const
export type LessonName = (typeof LESSONS)[number]

export interface Lesson {
  /** Of the whole lesson. */
  readonly minutes: 45 | 90
  /** Of marking, for the timer. */
  readonly marking: number
  readonly phases: readonly OptionalPhase[]
  readonly articles: readonly LessonArticle[]
}

export const LESSON_PLANS: Readonly<Record<LessonName, Lesson>> = {
  'who-speaks': { minutes: 45, marking: 12, phases: ['reference'], articles: ['swimming-pool', 'free-buses'] },
  'where-we-part': {
    ...{ minutes: 45, marking: 10 },
    phases: ['neighbours', 'second-marking'],
    articles: ['first', 'swimming-pool', 'free-buses'],
  },
  twice: {
    ...{ minutes: 90, marking: 15 },
    phases: ['neighbours', 'second-marking', 'reference'],
    articles: ['first', 'swimming-pool', 'free-buses'],
  },
}

interface AboutArticle {
  readonly title: string
  readonly language: WorkshopLanguage
  /** To be discussed, in the language of the article. */
  readonly questions: readonly string[]
}

export const ABOUT_ARTICLES: Readonly<Record<LessonArticle, AboutArticle>> = {
  first: {
    title: 'Schulterschluss gegen „moderne Risiken“',
    language: 'de',
    questions: [
      'Wer hört hier eine Kampfansage? Streicht den Halbsatz: Was lässt sich danach noch prüfen?',
      'Setzt „nach Angaben von“ davor: Bleibt der Satz derselbe?',
      'Wer steht für die Zahlen in der Liste ein, die Zeitung oder Luhowskyj? An welchem Zeichen erkennt ihr es?',
    ],
  },
  'swimming-pool': {
    title: 'Ostermünde schließt das Hallenbad',
    language: 'de',
    questions: [
      'Woran merkt ihr, dass „Tiefschlag“ nicht berichtet, sondern urteilt? Wie hieße die Überschrift nüchtern?',
      'Wer sagt, dass eine Sanierung 8,4 Millionen Euro kostet: die Redaktion, die Bürgermeisterin oder das Gutachten?',
      '„… lässt Kinder und Ehrenamtliche allein“: Stimmt ihr zu? Und ändert das etwas daran, wer hier spricht?',
    ],
  },
  'free-buses': {
    title: 'Harwick Bay gives under-18s free buses',
    language: 'en',
    questions: [
      'Which words in the headline report, and which of them judge? Write a headline that only reports.',
      'Who says that journeys rose by 31 per cent, and how can you tell?',
      'What is the difference between “said” and “conceded”? Whose voice is it?',
    ],
  },
}

/** The lessons that can be begun, as a page offers them. */
export interface OfferedLesson {
  readonly name: LessonName
  readonly articles: readonly {
    readonly id: LessonArticle
    readonly title: string
    readonly language: WorkshopLanguage
  }[]
}

export const OFFERED_LESSONS: readonly OfferedLesson[] = LESSONS.map((name) => ({
  name,
  articles: LESSON_PLANS[name].articles.map((id) => ({ id, ...ABOUT_ARTICLES[id] })),
}))
