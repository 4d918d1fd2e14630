/**
 * The context http://www.w3.org/ns/anno.jsonld as far as it is used here: the terms of the Web Annotation Vocabulary
 * (W3C Recommendation, 23 February 2017, appendix A) with what they stand for. `npm run check:readers` takes the
 * whole one where it can be had.
 */
const OA = 'http://www.w3.org/ns/oa#'
const ACTIVITY = 'http://www.w3.org/ns/activitystreams#'
const resource = (id: string) => ({ '@id': id, '@type': '@id' })
const typed = (id: string, type: string) => ({ '@id': id, '@type': `http://www.w3.org/2001/XMLSchema#${type}` })
const CLASSES = [
  'Annotation',
  'SpecificResource',
  'TextualBody',
  'TextPositionSelector',
  'TextQuoteSelector',
  'TimeState',
]
const MOTIVATIONS = ['tagging', 'commenting', 'classifying', 'linking', 'describing', 'highlighting', 'identifying']

export const CONTEXT = {
  '@context': {
    ...{ id: { '@id': '@id', '@type': '@id' }, type: { '@id': '@type', '@type': '@vocab' } },
    ...Object.fromEntries([...CLASSES, ...MOTIVATIONS].map((name) => [name, `${OA}${name}`])),
    ...{ Person: 'http://xmlns.com/foaf/0.1/Person', Software: `${ACTIVITY}Application` },
    ...{ AnnotationCollection: `${ACTIVITY}OrderedCollection`, AnnotationPage: `${ACTIVITY}OrderedCollectionPage` },
    ...{ body: resource(`${OA}hasBody`), target: resource(`${OA}hasTarget`), source: resource(`${OA}hasSource`) },
    ...{ selector: resource(`${OA}hasSelector`), state: resource(`${OA}hasState`) },
    ...{
      first: resource(`${ACTIVITY}first`),
      items: { '@id': `${ACTIVITY}items`, '@type': '@id', '@container': '@list' },
    },
    ...{ creator: resource('http://purl.org/dc/terms/creator'), generator: resource(`${ACTIVITY}generator`) },
    motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
    purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
    ...{ exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix` },
    ...{ start: typed(`${OA}start`, 'nonNegativeInteger'), end: typed(`${OA}end`, 'nonNegativeInteger') },
    startIndex: typed(`${ACTIVITY}startIndex`, 'nonNegativeInteger'),
    total: typed(`${ACTIVITY}totalItems`, 'nonNegativeInteger'),
    created: typed('http://purl.org/dc/terms/created', 'dateTime'),
    modified: typed('http://purl.org/dc/terms/modified', 'dateTime'),
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    format: 'http://purl.org/dc/elements/1.1/format',
    language: 'http://purl.org/dc/elements/1.1/language',
    label: { '@id': 'http://www.w3.org/2000/01/rdf-schema#label' },
    ...{ name: 'http://xmlns.com/foaf/0.1/name', nickname: 'http://xmlns.com/foaf/0.1/nick' },
  },
}
