// Choices come back as they were made; what nobody understands is as usual.

import { describe, expect, it } from 'vitest';
import { mannersOf, withManners } from './manners.ts';
import { parseManners } from './manners-form.ts';

describe('[U48] what someone chose', () => {
  it.each([
    ['nothing', null, {}],
    ['what was cut off', '{"size":', {}],
    ['no object', '"large"', {}],
    ['one thing known, two not', '{"size":"large","leading":"airy","font":"x"}', { size: 'large' }],
  ])('reads %s', (_, json, chosen) => {
    expect(parseManners(json)).toEqual(chosen);
  });

  it('holds beside what is usual', () => {
    expect(mannersOf({ size: 'large' })).toMatchObject({ size: 'large', width: 'usual', keys: true });
  });

  it('is forgotten once it is as usual again', () => {
    const chosen = withManners({ keys: false }, { size: 'large', width: 'wide' });
    expect(chosen).toEqual({ keys: false, size: 'large', width: 'wide' });
    expect(withManners(chosen, { keys: true, size: 'usual', width: 'usual' })).toEqual({});
  });

  it('keeps a hint away that another device has put away, and any it does not know', () => {
    expect(withManners({ hints: 2 }, { hints: 1 })).toEqual({ hints: 2 });
    expect(withManners({ hints: 2 }, { theme: 'dark' })).toEqual({ hints: 2, theme: 'dark' });
    expect(parseManners('{"hints":4}')).toEqual({});
  });
});
