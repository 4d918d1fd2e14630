/** The types of our CAS: which features they have, for `TypeSystem.xml`, for CAS JSON and for the columns of WebAnno TSV. */
import type { Codebook } from '../../../codebook/codebook.ts'
import { element, xmlText } from '../shared/xml.ts'
import { DOCUMENT_FEATURES, featureNames, PART_FEATURES, SLOT, SPAN_FEATURES, TYPES } from './cas.ts'

export interface CasType {
  readonly name: string
  readonly supertype: string
  readonly features: readonly CasFeature[]
}

export interface CasFeature {
  readonly name: string
  /** A primitive type, or what the elements are where it holds several structures. */
  readonly range: string
  readonly isSlot?: boolean
}

const STRING = 'uima.cas.String'
const ANNOTATION = 'uima.tcas.Annotation'
const DIV = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Div'
const DOCUMENT_STRINGS = ['documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri']

/** Supertypes before what is made of them, as older readers want it. */
export function casTypes(codebooks: readonly Codebook[]): CasType[] {
  const features = featureNames(codebooks)
  const ids = codebooks.flatMap(({ tags }) => tags.flatMap((tag) => (tag.attributes ?? []).map(({ id }) => id)))
  const attributes = [...new Set(ids)].map((id) => features.nameOf(id))
  return [
    {
      name: TYPES.metadata,
      supertype: 'uima.tcas.DocumentAnnotation',
      features: [...strings(DOCUMENT_STRINGS), { name: 'isLastSegment', range: 'uima.cas.Boolean' }],
    },
    { name: TYPES.sentence, supertype: ANNOTATION, features: [] },
    { name: TYPES.token, supertype: ANNOTATION, features: [] },
    { name: DIV, supertype: ANNOTATION, features: [] },
    { name: TYPES.paragraph, supertype: DIV, features: [] },
    { name: TYPES.heading, supertype: DIV, features: [] },
    { name: TYPES.block, supertype: ANNOTATION, features: strings(['kind']) },
    { name: TYPES.part, supertype: ANNOTATION, features: strings(PART_FEATURES) },
    {
      name: TYPES.link,
      supertype: 'uima.cas.TOP',
      features: [...strings(['role']), { name: 'target', range: TYPES.part }],
    },
    {
      name: TYPES.span,
      supertype: ANNOTATION,
      features: [...strings([...SPAN_FEATURES, ...attributes]), { name: SLOT, range: TYPES.link, isSlot: true }],
    },
    { name: TYPES.document, supertype: 'uima.cas.AnnotationBase', features: strings(DOCUMENT_FEATURES) },
  ]
}

function strings(names: readonly string[]): CasFeature[] {
  return names.map((name) => ({ name, range: STRING }))
}

/** `TypeSystem.xml`, which UIMA needs to read the others, and from which INCEpTION makes layers. */
export function typeSystemXml(codebooks: readonly Codebook[]): string {
  const types = casTypes(codebooks).map(({ name, supertype, features }) =>
    element(
      'typeDescription',
      {},
      ...[simple('name', name), simple('description', ''), simple('supertypeName', supertype)],
      ...(features.length > 0 ? [element('features', {}, ...features.map(featureXml))] : []),
    ),
  )
  const description = element(
    'typeSystemDescription',
    { xmlns: 'http://uima.apache.org/resourceSpecifier' },
    ...[simple('name', 'Lesart'), simple('description', ''), simple('version', '1'), simple('vendor', '')],
    element('types', {}, '\n', types.join('\n'), '\n'),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${description}\n`
}

function featureXml({ name, range, isSlot }: CasFeature): string {
  const several = [simple('elementType', range), simple('multipleReferencesAllowed', 'false')]
  return element(
    'featureDescription',
    {},
    ...[simple('name', name), simple('description', ''), simple('rangeTypeName', isSlot ? 'uima.cas.FSArray' : range)],
    ...(isSlot ? several : []),
  )
}

function simple(name: string, text: string): string {
  return element(name, {}, xmlText(text))
}
