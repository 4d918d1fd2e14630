/** The typed shape of every table, in the order of the migrations. Ids and times are text made by the program. */

import type { Generated } from 'kysely'
import type {
  ArticleBlockTable,
  ArticleEntryTable,
  ArticleShelfTable,
  ArticleTable,
  DraftTable,
  IntakeFileTable,
  ShelfWordTable,
  WithdrawalTable,
} from './schema-articles.ts'
import type {
  AccountTable,
  ApiTokenTable,
  ErasureTable,
  InvitationTable,
  MembershipTable,
  SessionTable,
  VisitorTable,
} from './schema-people.ts'
import type { ParticipantTable, WorkshopErasureTable, WorkshopTable } from './schema-workshops.ts'

export interface StudyTable {
  id: string
  slug: string
  title: string
  description: string | null
  language: string | null
  created_at: string
  kind: Generated<'study' | 'workshop'>
}

export interface AnnotatorTable {
  id: string
  study_id: string
  kind: 'account' | 'participant' | 'visitor' | 'program' | 'reference'
  account_id: string | null
  pseudonym: string
  name: string | null
}

export interface CodebookTable {
  id: string
  study_id: string
}

export interface CodebookVersionTable {
  codebook_id: string
  number: number
  /** JSON: the codebook as a dataset states it. */
  content: string
  published_at: string | null
}

/** What is being changed about a study's codebook, until it is published or discarded. */
export interface CodebookDraftTable {
  study_id: string
  codebook_id: string
  /** The version from which it began. */
  base_number: number
  /** JSON: what people have typed, right or wrong. */
  content: string
  saved_by: string | null
  saved_at: string
}

export interface RoundTable {
  id: string
  study_id: string
  position: number
  title: string
  kind: 'training' | 'annotation' | 'adjudication' | 'reference' | 'workshop' | 'demonstration'
  codebook_id: string
  codebook_number: number
  opened_at: string
  closed_at: string | null
  /** The day by which it should be read, as YYYY-MM-DD. */
  due_on: string | null
  /** How often its assignments were changed; 0: there are none, and it is for everybody. */
  assignment_version: Generated<number>
  /** The training round that has to be read first, and the F1 in hundredths that has to be reached there. */
  admission_round_id: string | null
  admission_percent: number | null
  /** Whether those who read in it may compare their readings with the reference afterwards. */
  feedback: Generated<0 | 1>
}

export interface AssignmentTable {
  round_id: string
  article_id: string
  annotator_id: string
  /** Grows in the order in which the annotator reads. */
  position: number
}

export interface AssignmentChangeTable {
  round_id: string
  /** The round's assignment_version after it. */
  version: number
  kind: 'plan' | 'add' | 'remove'
  /** JSON: what was asked for, with its seed; or the assignment. */
  content: string
  /** The account that did it. */
  made_by: string | null
  made_at: string
}

export interface AdmissionTable {
  round_id: string
  annotator_id: string
  /** JSON: the F1 that was reached and over how many articles, or the account that decided it. */
  content: string
  admitted_at: string
}

/** Who has compared their readings in a round with the reference. */
export interface FeedbackOpeningTable {
  round_id: string
  annotator_id: string
  opened_at: string
}

/** A round that went over to another version of its codebook. */
export interface RoundMoveTable {
  round_id: string
  number: number
  from_number: number
  to_number: number
  moved_by: string | null
  moved_at: string
}

export interface AnnotationSetTable {
  id: string
  round_id: string
  article_id: string
  annotator_id: string
  state: 'new' | 'in-progress' | 'finished' | 'skipped'
  reason: string | null
  /** JSON: answers to the codebook's document questions. */
  answers: string | null
  active_seconds: number | null
  opened_at: string
}

export interface AnnotationRevisionTable {
  annotation_id: string
  revision: number
  set_id: string
  set_version: number
  action_id: string | null
  action_digest: string | null
  span_start: number
  span_end: number
  tag: string
  /** JSON: attribute id → value, in the codebook's order. */
  attributes: string
  /** JSON: roles and spans, without their quotes. */
  parts: string
  confidence: 'low' | 'medium' | 'high' | null
  second_tag: string | null
  note: string | null
  origin: string
  retracted: 0 | 1
  /** When the annotation's first revision was made; the same in all its revisions. */
  created_at: string
  made_at: string
  checksum: string
}

export interface SetChangeTable {
  set_id: string
  /** From 1; grows by one with each change. */
  number: number
  from_state: AnnotationSetTable['state']
  to_state: AnnotationSetTable['state']
  /** Why the article was skipped. */
  reason: string | null
  /** The annotator who did it. */
  changed_by: string
  changed_at: string
}

/** What one opening of a desk's page came to. */
export interface DeskVisitTable {
  id: string
  set_id: string
  seconds: number
}

export interface DocumentAnswersTable {
  set_id: string
  /** From 1; grows by one with each change. */
  revision: number
  action_id: string | null
  action_digest: string | null
  /** JSON: question id → answer, in the codebook's order. */
  answers: string
  made_at: string
  /** Null where it is older than this table. */
  checksum: string | null
}

export interface QuestionTable {
  id: string
  round_id: string
  article_id: string
  /** The annotator who asked. */
  asked_by: string
  /** The passage it is about; both are null where it is the whole article. */
  span_start: number | null
  span_end: number | null
  text: string
  asked_at: string
}

export interface QuestionAnswerTable {
  id: string
  question_id: string
  text: string
  /** The account that answered; null once that is erased. */
  answered_by: string | null
  answered_at: string
}

export interface MigrationTable {
  name: string
  applied_at: string
}

export interface Tables {
  migration: MigrationTable
  account: AccountTable
  session: SessionTable
  api_token: ApiTokenTable
  study: StudyTable
  annotator: AnnotatorTable
  membership: MembershipTable
  invitation: InvitationTable
  article: ArticleTable
  article_block: ArticleBlockTable
  article_entry: ArticleEntryTable
  article_shelf: ArticleShelfTable
  shelf_word: ShelfWordTable
  intake_file: IntakeFileTable
  draft: DraftTable
  withdrawal: WithdrawalTable
  codebook: CodebookTable
  codebook_version: CodebookVersionTable
  codebook_draft: CodebookDraftTable
  round: RoundTable
  round_move: RoundMoveTable
  assignment: AssignmentTable
  assignment_change: AssignmentChangeTable
  admission: AdmissionTable
  feedback_opening: FeedbackOpeningTable
  annotation_set: AnnotationSetTable
  annotation_revision: AnnotationRevisionTable
  current_annotation: AnnotationRevisionTable
  set_change: SetChangeTable
  desk_visit: DeskVisitTable
  document_answers: DocumentAnswersTable
  question: QuestionTable
  question_answer: QuestionAnswerTable
  erasure: ErasureTable
  workshop: WorkshopTable
  participant: ParticipantTable
  workshop_erasure: WorkshopErasureTable
  visitor: VisitorTable
}
