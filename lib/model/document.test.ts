// Who may open which document, as one table.

import { describe, expect, it } from 'vitest';
import {
  flagsDocument,
  parseDocumentName,
  privateDocument,
  reviewDocument,
  roomDocument,
  sideDocument,
} from './document.ts';
import { mayOpen, type Visitor } from './permission.ts';

const nobody = new Set<string>();
const ann: Visitor = { participant: 'ann', role: 'member', side: 'pro', releasedAt: null, outside: nobody };
const released: Visitor = { ...ann, releasedAt: '2026-01-01T00:00:00.000Z' };
const ben: Visitor = { ...released, participant: 'ben', side: 'con' };
const eve: Visitor = { participant: 'eve', role: 'observer', side: null, releasedAt: null, outside: nobody };
const ina: Visitor = { participant: 'ina', role: 'assistant', side: null, releasedAt: null, outside: nobody };

const table = [
  { name: roomDocument('r'), opened: { ann: true, released: true, ben: true, eve: true, ina: true } },
  {
    name: privateDocument('r', 'ann'),
    opened: { ann: true, released: true, ben: false, eve: false, ina: false },
  },
  {
    name: sideDocument('r', 'pro'),
    opened: { ann: true, released: true, ben: false, eve: false, ina: false },
  },
  {
    name: flagsDocument('r', 'ann'),
    opened: { ann: true, released: true, ben: false, eve: false, ina: true },
  },
  {
    name: reviewDocument('r', 'ann'),
    opened: { ann: false, released: true, ben: false, eve: false, ina: true },
  },
];

describe('documents', () => {
  it.each(table)('[AUTH1] $name is opened by those whom it is for', ({ name, opened }) => {
    const address = parseDocumentName(name);
    if (!address) throw new Error(`${name} is no name`);
    const visitors = { ann, released, ben, eve, ina };
    const found = Object.fromEntries(
      Object.entries(visitors).map(([who, visitor]) => [who, mayOpen(address, visitor)]),
    );
    expect(found).toEqual(opened);
  });

  it.each([
    '',
    'room',
    'room/',
    'room/a/b',
    'private/a',
    'staff/a/b',
    'side/a/b/c',
    'review/../x',
    'room/a b',
  ])('%j names no document', (name) => {
    expect(parseDocumentName(name)).toBeNull();
  });
});

it('an assistant of other sections opens no review of this student', () => {
  const limited: Visitor = { ...ina, outside: new Set(['ann']) };
  const opens = (name: string) => {
    const address = parseDocumentName(name);
    return address !== null && mayOpen(address, limited);
  };
  expect(opens(reviewDocument('r', 'ann'))).toBe(false);
  expect(opens(reviewDocument('r', 'ben'))).toBe(true);
});
