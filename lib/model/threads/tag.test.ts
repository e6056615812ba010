// Tags are what is typed with a mark before it; what came from elsewhere stays.

import { describe, expect, it } from 'vitest';
import { retagged, tagPiecesOf, tagsBeside, tagsIn } from './tag.ts';

describe('tags in words', () => {
  it.each([
    ['#costs and (#staff), “#Sunday”', ['costs', 'staff', 'Sunday']],
    ['#Costs, #costs and #COSTS', ['Costs']],
    ['#büro #日曜 #1st #so-so #a_b', ['büro', '日曜', '1st', 'so-so', 'a_b']],
    ['issue #12, C#sharp, https://example.org/#part, # heading, ##two', []],
    ['no tag at all', []],
  ])('%j has %j', (words, tags) => {
    expect(tagsIn(words)).toEqual(tags);
    expect(
      tagPiecesOf(words)
        .map(({ text }) => text)
        .join(''),
    ).toBe(words);
  });

  it('are no more than a note may have', () => {
    const words = Array.from({ length: 20 }, (_, i) => `#tag${i}`).join(' ');
    expect(tagsIn(words)).toHaveLength(12);
  });

  it('change with the words, and those from elsewhere stay', () => {
    expect(retagged(['evidence', 'costs'], 'what it #costs', 'who is #staff')).toEqual(['evidence', 'staff']);
    expect(tagsBeside(['evidence', 'Costs'], 'what it #costs')).toEqual(['evidence']);
  });
});
