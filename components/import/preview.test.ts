// From a preview to what is published.

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { deskOf, textOnDesk } from '#components/text-desk/desk.ts';
import { type HeadingForm, headingFaults, headingForm } from '#components/text-desk/heading-form.ts';
import { foundPart } from './found-part.ts';
import { addressFault, previewSchema, sizeOf, wholeAddress } from './preview.ts';

const preview = v.parse(previewSchema, {
  title: 'Quieter Seas',
  standfirst: null,
  byline: 'By Ada',
  source: 'https://example.org/seas',
  blocks: [
    { id: 'b1', type: 'heading', text: 'One', level: 2 },
    {
      id: 'b2',
      type: 'paragraph',
      text: 'It’s a well-known tale.',
      spans: [{ type: 'strong', start: 0, end: 4 }],
    },
  ],
  report: [],
  found: [],
});
const published = (heading: HeadingForm) => textOnDesk(deskOf({ heading, blocks: preview.blocks }));

test('a preview published without corrections keeps its text, heading and source', () => {
  expect(published(headingForm(preview))).toEqual({
    title: 'Quieter Seas',
    byline: 'By Ada',
    source: 'https://example.org/seas',
    blocks: preview.blocks,
  });
});

test('a line that was emptied is absent, one that was filled is there, trimmed', () => {
  const form = { ...headingForm(preview), byline: '  ', credit: ' Photo: B. Okafor ' };
  const reading = published(form);
  expect(reading).not.toHaveProperty('byline');
  expect(reading.credit).toBe('Photo: B. Okafor');
});

test('an emptied source is absent too', () => {
  expect(published({ ...headingForm(preview), source: ' ' })).not.toHaveProperty('source');
});

test.each([
  ['example.org/ferries', 'https://example.org/ferries', undefined],
  [' http://example.org/a ', 'http://example.org/a', undefined],
  ['', 'https://', 'missing'],
  ['ferries', 'https://ferries', 'no-address'],
  ['file:///etc/hosts', 'file:///etc/hosts', 'no-address'],
])('“%s” is taken as %s', (typed, whole, fault) => {
  expect(wholeAddress(typed)).toBe(whole);
  expect(addressFault(typed)).toBe(fault);
});

test('the size counts words as people do', () => {
  expect(sizeOf(preview.blocks)).toEqual({ paragraphs: 2, words: 5 });
});

test('a line that is too long is named, and how much of it', () => {
  const form = { ...headingForm(preview), title: 'a'.repeat(304), credit: 'b'.repeat(500) };
  expect(headingFaults(form)).toEqual({ title: { surplus: 4, most: 300 } });
});

test('a title must be there', () => {
  expect(headingFaults({ ...headingForm(preview), title: ' ' })).toEqual({
    title: { surplus: null },
  });
});

test.each([
  ['on the page that it names', { page: '8', text: 'Anything' }, 1],
  ['by its first words, however they are set', { text: 'Gulls, of all birds, are here' }, 2],
  ['nowhere, where its words were changed', { text: 'Terns' }, -1],
])('a block is found %s', (_, block, at) => {
  const found = [
    { text: 'One', page: '7' },
    { text: 'Two', page: '8' },
    { text: 'The gulls.\nGulls,  of all birds are here.' },
  ];
  expect(foundPart(found, { id: 'b1', type: 'paragraph', ...block })).toBe(at);
});
