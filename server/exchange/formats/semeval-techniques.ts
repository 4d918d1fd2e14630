/** The names of techniques in the shared tasks of 2019 and 2020, letter for letter; commas belong to them. */
export const TECHNIQUES: ReadonlySet<string> = new Set([
  ...['Appeal_to_Authority', 'Appeal_to_fear-prejudice', 'Bandwagon', 'Bandwagon,Reductio_ad_hitlerum'],
  ...['Black-and-White_Fallacy', 'Causal_Oversimplification', 'Doubt', 'Exaggeration,Minimisation', 'Flag-Waving'],
  ...['Loaded_Language', 'Name_Calling,Labeling', 'Obfuscation,Intentional_Vagueness,Confusion', 'Red_Herring'],
  ...['Reductio_ad_hitlerum', 'Repetition', 'Slogans', 'Straw_Men', 'Thought-terminating_Cliches', 'Whataboutism'],
  'Whataboutism,Straw_Men,Red_Herring',
])
