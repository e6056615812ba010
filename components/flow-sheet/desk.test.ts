// Flowing as fast as keys come: nothing waits for the device, nothing is lost, and each act writes what it says.

import { describe, expect, it } from 'vitest';
import type { CounterpointRecord, Entry, Point, Ref, Revision } from '#lib/model/record.ts';
import { clocksOf, hasBegunIn } from '#lib/model/round/clock.ts';
import { cellsIn } from '#lib/model/round/flow.ts';
import { formatOf } from '#lib/model/round/presets.ts';
import type { Place } from '#lib/sync/room-state.ts';
import { Desk } from './desk.ts';
import type { Said } from './desk-records.ts';
import type { Documents } from './flow-source.ts';
import { altAct } from './keys.ts';

const format = formatOf({ preset: 'public-forum' });
const sides: Record<string, string> = { ann: 'pro', abe: 'pro', con: 'con' };

/** A room in which the device takes its time: what was put stands in the documents only after `settle`. */
class Room {
  readonly documents: { [D in keyof Documents]: Map<Ref, Entry> } = {
    entries: new Map(),
    privateEntries: new Map(),
    sideEntries: new Map(),
  };
  readonly puts: { place: Place; id: string; value: Point | Revision }[] = [];
  readonly said: Said[] = [];
  #waiting: (() => void)[] = [];
  #seq = 0;

  desk(me: string, current = 'rebuttal-2'): Desk {
    this.#take('room', 'chair', 'c', { type: 'clock', speech: current, act: 'start', at: this.#now() });
    const clocks = clocksOf(this.documents.entries.values(), format);
    return new Desk(this.documents, {
      format,
      clocks,
      side: sides[me] ?? null,
      sideOf: (participant) => sides[participant] ?? null,
      isHidden: () => false,
      me,
      isDebater: me in sides,
      hasBegun: (slotId) => hasBegunIn(clocks, slotId),
      nowMs: () => Date.parse('2026-03-01T11:00:00Z') + ++this.#seq,
      read: () => this.documents,
      put: (place, id, value) => {
        this.puts.push({ place, id, value });
        return new Promise((done) => {
          this.#waiting.push(() => {
            this.#take(place, me, id, value);
            done();
          });
        });
      },
      say: (what) => this.said.push(what),
      seeing: (words) => `See: ${words}`,
    });
  }

  point(ref: Ref, speech: string, rest: Partial<Point> = {}): void {
    const [participant = '', id = ''] = ref.split('/');
    this.#take('room', participant, id, {
      type: 'point',
      kind: 'claim',
      at: this.#now(),
      speech,
      sheet: 'Pro case',
      body: ref,
      ...rest,
    });
  }

  async settle(): Promise<void> {
    for (const done of this.#waiting.splice(0)) done();
    await Promise.resolve();
  }

  #now(): string {
    return new Date(Date.parse('2026-03-01T10:00:00Z') + this.#seq).toISOString();
  }

  #take(place: Place, participant: string, id: string, value: CounterpointRecord): void {
    const ref: Ref = `${participant}/${id}`;
    const time = { seq: ++this.#seq, createdAt: this.#now(), acceptedAt: this.#now() };
    const name = { room: 'entries', private: 'privateEntries', side: 'sideEntries' } as const;
    this.documents[name[place]].set(ref, { ref, participant, id, value, ...time });
  }
}

const bodies = (desk: Desk) =>
  desk.sheet.lines.map(({ cells }) =>
    cells
      .map((cell) => cell?.point.body ?? '')
      .join('|')
      .replace(/\|+$/, ''),
  );
/** Types as the view does: the text is the box's, the desk hears of it when a key leaves the cell. */
function type(desk: Desk, text: string): void {
  if (!desk.editing) desk.begin();
  desk.commit(text);
}

describe('typing', () => {
  it('[U36] fills line after line across all speeches before the device has kept any of it', async () => {
    const room = new Room();
    const desk = room.desk('judge');
    for (let line = 0; line < 40; line++) {
      for (let column = 0; column < 8; column++) {
        type(desk, `argument ${line} speech ${column}`);
        desk.next(1);
      }
    }
    const expected = Array.from({ length: 40 }, (_, line) =>
      Array.from({ length: 8 }, (_, column) => `argument ${line} speech ${column}`).join('|'),
    );
    expect(bodies(desk)).toEqual(expected);
    await room.settle();
    expect(bodies(desk)).toEqual(expected);
    expect(new Set(room.puts.map(({ place }) => place))).toEqual(new Set(['private']));
  });

  it('sends nothing of a cell that was begun and left empty', () => {
    const room = new Room();
    const desk = room.desk('con');
    desk.begin();
    expect(desk.sheet.size).toBe(1);
    desk.commit('  ');
    expect([desk.sheet.size, room.puts.length]).toEqual([0, 0]);
  });

  it('saves on the way without losing the cell, and takes it back in one undo', async () => {
    const room = new Room();
    const desk = room.desk('con');
    desk.begin();
    desk.save('Half');
    await room.settle();
    desk.save('Half a thought');
    desk.commit('Half a thought more');
    expect(bodies(desk)).toEqual(['Half a thought more']);
    desk.undo();
    expect(bodies(desk)).toEqual([]);
  });

  it('puts a debater’s words where they belong: said, prep, or the side’s own notes of the others', () => {
    const room = new Room();
    const desk = room.desk('con');
    const placed = format.slots
      .filter(({ kind }) => kind === 'speech')
      .map((slot) => [slot.id, desk.placeFor(slot)]);
    expect(Object.fromEntries(placed)).toEqual({
      'constructive-1': 'side',
      'constructive-2': 'room',
      'rebuttal-1': 'side',
      'rebuttal-2': 'room',
      'summary-1': 'side',
      'summary-2': 'side',
      'focus-1': 'side',
      'focus-2': 'side',
    });
  });
});

describe('acts', () => {
  const argument: Ref = 'ann/a';
  function withArgument(me = 'con', current?: string) {
    const room = new Room();
    room.point(argument, 'constructive-1');
    const desk = room.desk(me, current);
    desk.goTo({ line: `${argument}#0`, column: 0 });
    return { room, desk };
  }
  const last = (room: Room) => room.puts.at(-1)?.value as Point;

  it('answers across in the speech that is on, again on a line of its own', () => {
    const { room, desk } = withArgument();
    desk.answerAcross();
    desk.commit('No');
    expect(last(room)).toMatchObject({ speech: 'rebuttal-2', links: [{ to: argument, stance: 'rebuts' }] });
    desk.goTo({ line: `${argument}#0`, column: 0 });
    desk.answerAcross();
    desk.commit('And no');
    expect(bodies(desk)).toEqual(['ann/a|||No', '|||And no']);
  });

  it('extends and kicks in the next speech of its own side, without a word', () => {
    const { room, desk } = withArgument('ann');
    desk.extend();
    expect(last(room)).toMatchObject({ speech: 'rebuttal-1', links: [{ to: argument, stance: 'supports' }] });
    expect(last(room).body).toBeUndefined();
    desk.goTo({ line: `${argument}#0`, column: 0 });
    desk.kick();
    expect(last(room)).toMatchObject({ links: [{ to: argument, stance: 'concedes' }] });
  });

  it('cross-applies one cell to another argument', () => {
    const { room, desk } = withArgument();
    room.point('con/x', 'rebuttal-2', { links: [{ to: argument, stance: 'rebuts' }] });
    room.point('ann/b', 'constructive-1');
    desk.goTo({ line: `${argument}#0`, column: 3 });
    desk.crossApply();
    desk.goTo({ line: 'ann/b#0', column: 0 });
    desk.crossApply();
    expect(last(room).links).toEqual([
      { to: 'ann/b', stance: 'rebuts' },
      { to: 'con/x', stance: 'supports' },
    ]);
  });

  it('groups an answer with the next argument, and marks evidence and turns', () => {
    const { room, desk } = withArgument();
    room.point('con/x', 'rebuttal-2', { links: [{ to: argument, stance: 'rebuts' }] });
    room.point('ann/b', 'constructive-1');
    desk.goTo({ line: `${argument}#0`, column: 3 });
    desk.group();
    expect(last(room).links?.map(({ to }) => to)).toEqual([argument, 'ann/b']);
    desk.mark('evidence');
    desk.mark('turn');
    expect(last(room).tags).toEqual(['evidence', 'turn']);
    desk.mark('evidence');
    expect(last(room).tags).toEqual(['turn']);
    desk.undo();
    expect(last(room).tags).toEqual(['evidence', 'turn']);
  });

  it('moves an argument down its sheet, an answer to another argument, and a point to another speech', () => {
    const { room, desk } = withArgument('ann');
    room.point('ann/b', 'constructive-1');
    desk.move(1, 0);
    expect(bodies(desk)).toEqual(['ann/b', 'ann/a']);
    desk.move(0, 1);
    expect(last(room).speech).toBe('constructive-2');
    const answers = withArgument();
    answers.room.point('ann/b', 'constructive-1');
    answers.room.point('con/x', 'rebuttal-2', { links: [{ to: argument, stance: 'rebuts' }] });
    answers.desk.goTo({ line: `${argument}#0`, column: 3 });
    answers.desk.move(1, 0);
    expect(last(answers.room).links).toEqual([{ to: 'ann/b', stance: 'rebuts' }]);
  });

  it('a partner’s words are changed by a revision on one’s own layer, and come back by undo', async () => {
    const { room, desk } = withArgument('abe');
    desk.begin();
    desk.commit('Better words');
    expect(room.puts).toMatchObject([
      { place: 'side', value: { type: 'revision', of: argument, body: 'Better words' } },
    ]);
    await room.settle();
    desk.strike();
    await room.settle();
    const [cell] = cellsIn([desk.sheet]);
    expect(cell).toMatchObject({ editors: ['abe'], isStruck: true, entry: { value: { body: argument } } });
    desk.undo();
    desk.undo();
    expect(bodies(desk)).toEqual([argument]);
    expect(cellsIn([desk.sheet])[0]?.editors).toEqual([]);
  });

  it('the other side’s words are not changed, and it says so', () => {
    const { room, desk } = withArgument('con');
    expect([desk.begin(), desk.strike(), desk.move(1, 0)]).toEqual([false, false, false]);
    expect(room.puts).toEqual([]);
    expect(room.said).toHaveLength(3);
  });

  it('says prep once its speech has begun, and then it is prep no more', async () => {
    const room = new Room();
    const before = room.desk('con', 'constructive-1');
    before.goTo({ line: '+', column: 3 });
    before.begin();
    before.commit('Prepared');
    await room.settle();
    expect(cellsIn([before.sheet]).map(({ isPrep }) => isPrep)).toEqual([true]);
    before.goTo({ line: before.sheet.lines[0]?.key ?? '', column: 3 });
    expect(before.sayIt()).toBe(false);
    const later = room.desk('con', 'rebuttal-2');
    later.goTo(before.cursor);
    later.sayIt();
    await room.settle();
    expect(room.puts.at(-1)).toMatchObject({ place: 'room', value: { body: 'Prepared' } });
    expect(cellsIn([later.sheet]).map(({ isPrep }) => isPrep)).toEqual([false]);
  });
});

describe('sheets', () => {
  function withCells(me = 'judge') {
    const room = new Room();
    const desk = room.desk(me);
    type(desk, 'first');
    desk.goToSheet('Pro case');
    return { room, desk };
  }
  const press = (desk: Desk, code: string) => altAct({ ...plain, code, altKey: true })?.(desk);
  const plain = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

  it('[U36] a cell goes to the next sheet by key, and the cursor with it, and comes back by undo', async () => {
    const { room, desk } = withCells();
    expect(press(desk, 'PageDown')).toBe(true);
    await room.settle();
    expect([desk.sheetName, desk.cell?.point.body]).toEqual(['Con case', 'first']);
    desk.undo();
    await room.settle();
    desk.goToSheet('Pro case');
    expect(desk.cell?.point.body).toBe('first');
  });

  it('[U36] a cell goes to a new sheet that is named, and nothing goes where nobody names one', async () => {
    const { room, desk } = withCells();
    press(desk, 'KeyM');
    desk.named(null);
    expect([room.puts.length, desk.sheetName]).toEqual([1, 'Pro case']);
    press(desk, 'KeyM');
    desk.named('Topicality');
    await room.settle();
    expect([desk.sheetName, desk.cell?.point.body]).toEqual(['Topicality', 'first']);
    expect(desk.sheetNames).toContain('Topicality');
  });

  it('[U36] a new sheet is made by key, empty, and one goes from sheet to sheet round', () => {
    const { desk } = withCells();
    press(desk, 'KeyN');
    expect(desk.naming).toEqual({ taking: null });
    desk.named('Counterplan');
    expect([desk.sheetName, desk.sheet.size]).toEqual(['Counterplan', 0]);
    const seen = [1, 2, 3, 4].map(() => {
      desk.stepSheet(1);
      return desk.sheetName;
    });
    expect(seen).toEqual(['Pro case', 'Con case', 'Crossfire', 'Pro case']);
  });

  it('the other side’s cell goes nowhere, and it says so', () => {
    const room = new Room();
    room.point('ann/1', 'constructive-1');
    const desk = room.desk('con');
    desk.goToSheet('Pro case');
    expect([press(desk, 'PageDown'), press(desk, 'KeyM')]).toEqual([false, false]);
    expect([room.puts, desk.naming]).toEqual([[], null]);
    expect(room.said).toHaveLength(2);
  });
});
