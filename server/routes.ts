/** The table of routes: every address of the program. A route that has no row here does not exist. */
import { accountRoutes } from './accounts/account-routes.ts'
import { activeTimeRoutes } from './annotations/active-time-routes.ts'
import { annotationRoutes } from './annotations/annotation-routes.ts'
import { answersRoutes } from './annotations/answers-routes.ts'
import { formRoutes } from './annotations/form-routes.ts'
import { profileRoutes } from './annotations/profile-routes.ts'
import { setRoutes } from './annotations/set-routes.ts'
import { articleRoutes } from './articles/article-routes.ts'
import { intakeRoutes } from './articles/intake-routes.ts'
import { exchangeRoutes } from './exchange/exchange-routes.ts'
import { joiningRoutes } from './exchange/joining-routes.ts'
import { helpRoutes } from './help/help-routes.ts'
import { homeRoutes } from './home/home-routes.ts'
import { agreementRoutes } from './managing/agreement/agreement-routes.ts'
import { withdrawalRoutes } from './managing/articles/withdrawal-routes.ts'
import { codebookRoutes } from './managing/codebook/codebook-routes.ts'
import { draftRoutes } from './managing/codebook/draft-routes.ts'
import { exampleRoutes } from './managing/codebook/example-routes.ts'
import { moveRoutes } from './managing/codebook/move-routes.ts'
import { managingRoutes } from './managing/managing-routes.ts'
import { articleProgressRoutes } from './managing/progress/article-progress-routes.ts'
import { studyProgressRoutes } from './managing/progress/study-progress-routes.ts'
import { boardRoutes } from './managing/questions/board-routes.ts'
import { planRoutes } from './managing/rounds/plan-routes.ts'
import { roundRoutes } from './managing/rounds/round-routes.ts'
import { admissionRoutes } from './qualification/admission-routes.ts'
import { feedbackRoutes } from './qualification/feedback-routes.ts'
import { questionRoutes } from './questions/question-routes.ts'
import { guideRoutes } from './rounds/guide-routes.ts'
import type { Route } from './route.ts'
import { invitationRoutes } from './team/invitation-routes.ts'
import { ownAccountRoutes } from './team/own-account-routes.ts'
import { teamRoutes } from './team/team-routes.ts'
import { trialRoutes } from './trials/trial-routes.ts'
import { workshopRoutes } from './workshops/leading/workshop-routes.ts'
import { prepareRoutes } from './workshops/preparing/prepare-routes.ts'
import { ownRoutes } from './workshops/taking-part/own-routes.ts'
import { participantRoutes } from './workshops/taking-part/participant-routes.ts'
import { wallRoutes } from './workshops/wall/wall-routes.ts'

export const ROUTES: readonly Route[] = [
  ...homeRoutes,
  ...helpRoutes,
  ...accountRoutes,
  ...guideRoutes,
  ...questionRoutes,
  ...annotationRoutes,
  ...activeTimeRoutes,
  ...profileRoutes,
  ...answersRoutes,
  ...setRoutes,
  ...formRoutes,
  ...admissionRoutes,
  ...feedbackRoutes,
  ...exchangeRoutes,
  ...joiningRoutes,
  ...articleRoutes,
  ...intakeRoutes,
  ...withdrawalRoutes,
  ...teamRoutes,
  ...invitationRoutes,
  ...articleProgressRoutes,
  ...studyProgressRoutes,
  ...agreementRoutes,
  ...ownAccountRoutes,
  ...managingRoutes,
  ...codebookRoutes,
  ...draftRoutes,
  ...moveRoutes,
  ...exampleRoutes,
  ...boardRoutes,
  ...roundRoutes,
  ...planRoutes,
  ...trialRoutes,
  ...prepareRoutes,
  ...workshopRoutes,
  ...participantRoutes,
  ...ownRoutes,
  ...wallRoutes,
]
