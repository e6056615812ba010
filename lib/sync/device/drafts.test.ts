// Drafts outlive the page and never reach another person's screen.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Draft, draftsOnThisDevice, forgetDrafts, openDrafts } from './drafts.ts';

class FakeStorage implements Storage {
  #values = new Map<string, string>();
  get length() {
    return this.#values.size;
  }
  key(index: number) {
    return [...this.#values.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#values.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.#values.set(key, value);
  }
  removeItem(key: string) {
    this.#values.delete(key);
  }
  clear() {
    this.#values.clear();
  }
}

const words: Draft = { body: 'half a thought', kind: 'comment', place: 'room', range: { start: 3, end: 9 } };
let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
});

describe('openDrafts', () => {
  it('[U3] gives back after a reload what was written before it', () => {
    openDrafts('room', 'ada', storage).write('new:3-9', words);
    expect([...openDrafts('room', 'ada', storage).all()]).toEqual([['new:3-9', words]]);
  });

  it('forgets a draft that was posted or discarded', () => {
    const drafts = openDrafts('room', 'ada', storage);
    drafts.write('answer:bea/1', words);
    drafts.write('answer:bea/1', null);
    expect(drafts.all().size).toBe(0);
    expect(openDrafts('room', 'ada', storage).all().size).toBe(0);
  });

  it('keeps nothing of a composer that was left without a word', () => {
    openDrafts('room', 'ada', storage).write('new:3-9', { ...words, body: ' ' });
    expect(openDrafts('room', 'ada', storage).all().size).toBe(0);
  });

  it('keeps rooms and people apart', () => {
    openDrafts('room', 'ada', storage).write('new:3-9', words);
    expect(openDrafts('room', 'bea', storage).all().size).toBe(0);
    expect(openDrafts('other', 'ada', storage).all().size).toBe(0);
  });

  it('leaves nothing behind at signing out but what is not a draft', () => {
    openDrafts('room', 'ada', storage).write('new:3-9', words);
    openDrafts('other', 'bea', storage).write('edit:bea/1', words);
    storage.setItem('counterpoint:marks', 'on');
    expect(draftsOnThisDevice(storage)).toBe(2);
    forgetDrafts(storage);
    expect(draftsOnThisDevice(storage)).toBe(0);
    expect(storage.length).toBe(1);
    expect(openDrafts('room', 'ada', storage).all().size).toBe(0);
  });

  it('tells listeners, with a new Map', () => {
    const drafts = openDrafts('room', 'ada', storage);
    const before = drafts.all();
    const listener = vi.fn();
    const stop = drafts.subscribe(listener);
    drafts.write('new:3-9', words);
    expect(listener).toHaveBeenCalledOnce();
    expect(drafts.all()).not.toBe(before);
    stop();
    drafts.write('new:3-9', null);
    expect(listener).toHaveBeenCalledOnce();
  });

  it.each(['{', 'null', '{"body":1}', '{"body":"x","kind":"card","place":"room"}'])(
    'ignores what it cannot read: %s',
    (json) => {
      storage.setItem('counterpoint:draft:room:ada:new:1-2', json);
      expect(openDrafts('room', 'ada', storage).all().size).toBe(0);
    },
  );

  it('works for as long as the page where storage throws', () => {
    storage.setItem = () => {
      throw new Error('full');
    };
    const drafts = openDrafts('room', 'ada', storage);
    drafts.write('new:3-9', words);
    expect(drafts.all().get('new:3-9')).toEqual(words);
  });
});
