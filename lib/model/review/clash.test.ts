// A planted class with known gaps yields exactly those.

import { describe, expect, it } from 'vitest';
import type { Entry, Ref, Ruling } from '../record.ts';
import { clashOf } from './clash.ts';
import { heatOf } from './heat.ts';
import { planOf } from './plan.ts';
import { minute, PlantedClass, places, plantedClass, students, text } from './planted-class.ts';
import { roomWorkOf } from './room-work.ts';

const clashIn = (entries: Iterable<Entry>) => clashOf(roomWorkOf(entries, students, text));
const ruling = (act: Ruling['act'], of: Ref): Entry<Ruling> => ({
  ref: `teacher/${act}`,
  participant: 'teacher',
  id: act,
  value: { type: 'ruling', act, of, at: minute(50) },
  seq: 90,
});

describe('clashOf', () => {
  it('yields exactly the gaps that were planted', () => {
    expect(clashIn(plantedClass().entries)).toEqual({
      uncontested: [{ block: 2, quote: 'words 207 to 232', people: 1, first: 'dev/1' }],
      oneSided: [{ block: 1, quote: 'words 111 to 161', people: 3, first: 'bea/3', side: 'for' }],
      unanswered: ['dev', 'eve'],
      openQuestions: [
        { ref: 'dev/2', asker: 'dev', block: 3 },
        { ref: 'eve/1', asker: 'eve', block: 3 },
      ],
      openObjections: [],
    });
  });

  it('quotes a passage as it stands now, where an instructor placed the note in a later version', () => {
    const start = places[2]?.start ?? 0;
    const placing: Entry = {
      ref: 'teacher/p',
      participant: 'teacher',
      id: 'p',
      value: {
        type: 'placing',
        of: 'dev/1',
        from: { edition: 'e', start: start + 5, end: start + 30 },
        anchor: {
          reading: 'r',
          edition: 'e2',
          start: start + 50,
          end: start + 60,
          quote: 'other words',
          prefix: '',
          suffix: '',
        },
        at: minute(50),
      },
      seq: 90,
    };
    expect(clashIn([...plantedClass().entries, placing]).uncontested).toMatchObject([
      { block: 2, quote: 'other words' },
    ]);
  });

  it('closes a gap as soon as somebody meets it', () => {
    const met = plantedClass()
      .say('ada/9', { to: 'dev/1', stance: 'qualifies' })
      .say('cem/9', { to: 'bea/3', stance: 'undercuts' })
      .say('bea/9', { to: 'dev/2', stance: 'supports' })
      .say('ada/8', { to: 'eve/1', stance: 'supports' })
      .say('dev/9', { to: 'cem/9', stance: 'concedes' });
    expect(clashIn(met.entries)).toEqual({
      uncontested: [],
      oneSided: [],
      unanswered: [],
      openQuestions: [],
      openObjections: [],
    });
  });

  it('is not closed by answering oneself, nor by words that were hidden', () => {
    const alone = plantedClass().say('eve/2', { to: 'eve/1', stance: 'supports' });
    const hidden = plantedClass().say('bea/9', { to: 'eve/1', stance: 'supports' });
    const open = ['dev/2', 'eve/1'];
    expect(clashIn(alone.entries).openQuestions.map(({ ref }) => ref)).toEqual(open);
    const entries = [...hidden.entries, ruling('hide', 'bea/9')];
    expect(clashIn(entries).openQuestions.map(({ ref }) => ref)).toEqual(open);
  });

  it('leaves out the questions of a thread that was resolved', () => {
    const entries = [...plantedClass().entries, ruling('resolve', 'eve/1')];
    expect(clashIn(entries).openQuestions.map(({ ref }) => ref)).toEqual(['dev/2']);
  });

  it('names an objection that nobody answered', () => {
    const planted = plantedClass().say('eve/5', { to: 'dev/1', stance: 'rebuts' });
    expect(clashIn(planted.entries).openObjections).toEqual([{ ref: 'eve/5', author: 'eve', block: 2 }]);
  });

  it('says on which side everyone was', () => {
    const planted = new PlantedClass()
      .say('ada/1', { kind: 'claim', at: [0, 0, 40] })
      .say('bea/1', { to: 'ada/1', stance: 'rebuts' })
      .say('cem/1', { to: 'ada/1', stance: 'undercuts' });
    expect(clashIn(planted.entries).oneSided).toMatchObject([{ block: 0, side: 'against' }]);
  });
});

describe('planOf', () => {
  const quoteOf = (ref: Ref) => `words of ${ref}`;

  it('takes what concerns most people, of different sorts, in the order of the text', () => {
    expect(planOf(clashIn(plantedClass().entries), quoteOf)).toEqual([
      {
        reason: 'one-sided',
        block: 1,
        first: 'bea/3',
        quote: 'words 111 to 161',
        people: 3,
        side: 'for',
      },
      { reason: 'uncontested', block: 2, first: 'dev/1', quote: 'words 207 to 232', people: 1 },
      { reason: 'open-questions', block: 3, first: 'dev/2', quote: 'words of dev/2', people: 2 },
    ]);
  });

  it('is empty where there is nothing to catch up on', () => {
    expect(planOf(clashIn([]), quoteOf)).toEqual([]);
  });
});

describe('heatOf', () => {
  it('counts people, so that one busy writer makes nothing hot', () => {
    const busy = plantedClass();
    for (let i = 0; i < 20; i++) busy.say(`ada/more${i}`, { at: [2, 0, 30] });
    expect(heatOf(roomWorkOf(busy.entries, students, text))).toEqual([
      { block: 0, people: 3, questions: 0, disagreement: 2 },
      { block: 1, people: 3, questions: 0, disagreement: 0 },
      { block: 2, people: 2, questions: 0, disagreement: 0 },
      { block: 3, people: 2, questions: 2, disagreement: 0 },
    ]);
  });
});
