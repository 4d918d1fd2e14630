/** The works in which measures are defined, as a list of references writes them. */
import type { MeasureName } from './measures.ts'

const COHEN =
  'Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20(1), 37–46.'
const SCOTT =
  'Scott, W. A. (1955). Reliability of content analysis: The case of nominal scale coding. Public Opinion Quarterly, 19(3), 321–325.'
const FLEISS =
  'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.'
const GWET =
  'Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.'
const CONTENT_ANALYSIS =
  'Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology (2nd ed.). Thousand Oaks: Sage.'
const UNITIZING_1995 =
  'Krippendorff, K. (1995). On the reliability of unitizing continuous data. Sociological Methodology, 25, 47–76.'
const UNITIZING =
  'Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing textual continua: Further developments. Quality & Quantity, 50(6), 2347–2364.'
const GAMMA =
  'Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment. Computational Linguistics, 41(3), 437–479.'
const GAMMA_CAT =
  'Mathet, Y. (2017). The agreement measure γcat, a complement to γ focused on categorization of a continuum. Computational Linguistics, 43(3), 661–681.'
const F_MEASURE =
  'Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12(3), 296–298.'

/** Where intervals come from. */
export const BOOTSTRAP =
  'Efron, B., & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. New York: Chapman & Hall.'

export const CITATIONS: Readonly<Record<MeasureName, string>> = {
  'percent-agreement': FLEISS,
  'cohen-kappa': COHEN,
  'scott-pi': SCOTT,
  'fleiss-kappa': FLEISS,
  'gwet-ac1': GWET,
  'krippendorff-alpha': CONTENT_ANALYSIS,
  'u-alpha': UNITIZING,
  'u-alpha-binary': UNITIZING,
  'cu-alpha': UNITIZING,
  'ku-alpha': UNITIZING,
  'alpha-u-1995': UNITIZING_1995,
  gamma: GAMMA,
  'gamma-cat': GAMMA_CAT,
  'gamma-k': GAMMA_CAT,
  'span-f1': F_MEASURE,
  'attribute-alpha': CONTENT_ANALYSIS,
  'part-f1': F_MEASURE,
}
