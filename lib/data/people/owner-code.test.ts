import { describe, expect, test } from 'vitest';
import { goodPassword, openFreshData, stranger } from '../fixture.ts';
import { addUser, signUp } from './accounts.ts';
import { isOwnerCodeNeeded, ownerCode } from './owner-code.ts';
import { signInByProvider } from './providers.ts';

const ann = { name: 'Ann', email: 'ann@example.org', password: goodPassword };

describe('the owner code', () => {
  test.each([
    ['on loopback', { HOST: '127.0.0.1' }],
    ['on loopback by name', { HOST: 'localhost' }],
    ['at an address of this machine', { PUBLIC_URL: 'http://localhost:3000' }],
  ])('%s there is none, and the first sign-up needs none', async (_, env) => {
    openFreshData(env);
    expect(await ownerCode()).toBeNull();
    expect(await isOwnerCodeNeeded()).toBe(false);
    expect(await signUp(ann, stranger())).toMatchObject({ ok: true, first: true });
  });

  test.each([
    ['bound to every interface', { HOST: '0.0.0.0' }],
    ['behind a proxy on loopback', { PUBLIC_URL: 'https://notes.example.org' }],
  ])('%s the first sign-up needs it, however it is typed', async (_, env) => {
    openFreshData(env);
    const code = await ownerCode();
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await ownerCode()).toBe(code);
    for (const ownerCode of [undefined, '', 'AAAA-AAAA-AAAA'])
      expect(await signUp({ ...ann, ownerCode }, stranger())).toEqual({
        ok: false,
        reason: 'owner-code-needed',
      });
    const typed = code?.toLowerCase().replaceAll('-', ' ');
    expect(await signUp({ ...ann, ownerCode: typed }, stranger())).toMatchObject({ ok: true, first: true });
  });

  test('after the first account nobody needs one, and there is none', async () => {
    openFreshData({ HOST: '0.0.0.0' });
    await ownerCode();
    expect(await isOwnerCodeNeeded()).toBe(true);
    expect(await addUser(ann)).toMatchObject({ ok: true, first: true });
    expect(await isOwnerCodeNeeded()).toBe(false);
    expect(await ownerCode()).toBeNull();
    expect(await signUp({ ...ann, email: 'ben@example.org' }, stranger())).toMatchObject({
      ok: true,
      first: false,
    });
  });

  test('a sign-up that fails for another reason does not use it up', async () => {
    openFreshData({ HOST: '0.0.0.0' });
    const code = (await ownerCode()) ?? '';
    const form = { ...ann, ownerCode: code };
    expect(await signUp({ ...form, invite: 'gone' }, stranger())).toMatchObject({ ok: false });
    expect(await ownerCode()).toBe(code);
    expect(await signUp(form, stranger())).toMatchObject({ ok: true });
  });

  test('nobody comes first by a provider', async () => {
    openFreshData({ HOST: '0.0.0.0' });
    const proven = { provider: 'p', subject: '1', name: 'A', email: 'a@example.org', isEmailVerified: true };
    expect(await signInByProvider(proven, stranger())).toEqual({ ok: false, reason: 'owner-first' });
  });
});
