// For tests: a JSON schema of the parts of the Web Annotation Data Model that we use, written from the text of the
// recommendation (https://www.w3.org/TR/annotation-model/, sections 3.1 to 4.2): it is ours, not the W3C's own.

const iri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:[^\\s<>"{}|\\\\^`]+$' };
const time = { type: 'string', format: 'date-time' };
const motivation = {
  enum: [
    'assessing',
    'bookmarking',
    'classifying',
    'commenting',
    'describing',
    'editing',
    'highlighting',
    'identifying',
    'linking',
    'moderating',
    'questioning',
    'replying',
    'tagging',
  ],
};
const oneOrMany = (one: object) => ({ anyOf: [one, { type: 'array', items: one, minItems: 1 }] });

/** Kinds that we do not write and that others may: only that they are such. */
const otherSelector = {
  type: 'object',
  required: ['type'],
  properties: {
    type: {
      enum: [
        'FragmentSelector',
        'CssSelector',
        'XPathSelector',
        'DataPositionSelector',
        'SvgSelector',
        'RangeSelector',
      ],
    },
  },
};

const selector = {
  oneOf: [
    otherSelector,
    {
      type: 'object',
      required: ['type', 'exact'],
      properties: {
        type: { const: 'TextQuoteSelector' },
        exact: { type: 'string', minLength: 1 },
        prefix: { type: 'string' },
        suffix: { type: 'string' },
      },
    },
    {
      type: 'object',
      required: ['type', 'start', 'end'],
      properties: {
        type: { const: 'TextPositionSelector' },
        start: { type: 'integer', minimum: 0 },
        end: { type: 'integer', minimum: 0 },
      },
    },
  ],
};

/** Something elsewhere, of which more is said than where it is (3.2.1). */
const externalResource = {
  type: 'object',
  required: ['id'],
  properties: { id: iri },
  not: { anyOf: [{ required: ['value'] }, { required: ['source'] }] },
};

const target = {
  anyOf: [
    iri,
    externalResource,
    {
      type: 'object',
      required: ['source'],
      properties: { type: { const: 'SpecificResource' }, source: iri, selector: oneOrMany(selector) },
    },
  ],
};

const body = {
  anyOf: [
    iri,
    externalResource,
    {
      type: 'object',
      required: ['type', 'value'],
      properties: {
        type: { const: 'TextualBody' },
        value: { type: 'string' },
        format: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
        purpose: oneOrMany(motivation),
      },
    },
  ],
};

const agent = {
  anyOf: [
    iri,
    {
      type: 'object',
      properties: { id: iri, type: oneOrMany({ type: 'string' }), name: oneOrMany({ type: 'string' }) },
    },
  ],
};

export const annotationSchema = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  properties: {
    '@context': oneOrMany({ anyOf: [iri, { type: 'object' }] }),
    id: iri,
    type: oneOrMany({ const: 'Annotation' }),
    motivation: oneOrMany(motivation),
    created: time,
    modified: time,
    creator: oneOrMany(agent),
    body: oneOrMany(body),
    target: oneOrMany(target),
  },
  not: { required: ['body', 'bodyValue'] },
};
