import { beforeEach, describe, expect, test, vi } from 'vitest';
import { goodPassword, identityFor, makeMember, openFreshData, stranger } from '../fixture.ts';
import { openMailbox } from '../mailbox-fixture.ts';
import { database } from '../store/database.ts';
import { changeAccount, signIn } from './accounts.ts';
import { identify, identifySession, identifyToken, sessionCookieName, sessionToken } from './identity.ts';
import { hashPassword } from './passwords.ts';
import { mailReset, makeReset, redeemReset } from './resets.ts';
import { endSession, revokeSession, sessionsOf } from './sessions.ts';
import { makeToken, revokeToken, tokensOf } from './tokens.ts';

// Real, and counted.
vi.mock(import('./passwords.ts'), { spy: true });

beforeEach(() => {
  openFreshData();
});

const accessChanges = () =>
  database().read.selectFrom('access_change').select('account_id').where('kind', '=', 'access').execute();

describe('sessions', () => {
  test('a signed cookie is good until its session is revoked', async () => {
    const ann = await makeMember('Ann');
    const cookie = `${sessionCookieName()}=${await sessionToken(ann.via.id)}`;
    expect(await identify({ cookie })).toMatchObject({ accountId: ann.accountId });
    expect(await revokeSession(ann, ann.via.id)).toEqual({ ok: true });
    expect(await identify({ cookie })).toBeNull();
  });

  test.each(['%E0%A4%A', '%', 'not-a-jwt', ''])('a cookie that says %j signs nobody in', async (value) => {
    await makeMember('Ann');
    expect(await identify({ cookie: `other=1; ${sessionCookieName()}=${value}` })).toBeNull();
  });

  test.each(['Bearer', 'bearer ', 'Bearer one two', 'Bearer no-such-token'])(
    'behind the header %j no cookie counts',
    async (authorization) => {
      const ann = await makeMember('Ann');
      const cookie = `${sessionCookieName()}=${await sessionToken(ann.via.id)}`;
      expect(await identify({ cookie, authorization })).toBeNull();
      expect(await identify({ cookie, authorization: 'Basic YTpi' })).toMatchObject({ name: 'Ann' });
    },
  );

  test('[AUTH2] ending one is announced with its account, and only its owner ends it', async () => {
    const ann = await makeMember('Ann');
    const phone = await identityFor(ann.accountId);
    const ben = await makeMember('Ben');
    expect(await revokeSession(ben, phone.via.id)).toEqual({ ok: false, reason: 'no-such-session' });
    expect(await accessChanges()).toEqual([]);
    expect(await revokeSession(ann, phone.via.id)).toEqual({ ok: true });
    expect(await accessChanges()).toEqual([{ account_id: ann.accountId }]);
    expect(await sessionsOf(ann)).toMatchObject([{ id: ann.via.id, isCurrent: true }]);
  });

  test('an expired one is not good and not listed', async () => {
    const ann = await makeMember('Ann');
    await database().write(function* () {
      const { build } = database();
      yield build.updateTable('session').set({ expires_at: '2020-01-01T00:00:00.000Z' }).compile();
    });
    expect(await identifySession(ann.via.id)).toBeNull();
    expect(await sessionsOf(ann)).toEqual([]);
  });

  test('signing out twice is announced once', async () => {
    const ann = await makeMember('Ann');
    await endSession(ann.via.id);
    await endSession(ann.via.id);
    expect(await accessChanges()).toHaveLength(1);
  });
});

describe('tokens', () => {
  test('are shown once, kept as a hash, and good until revoked', async () => {
    const ann = await makeMember('Ann');
    const { id, token } = await makeToken(ann.accountId, 'script');
    const kept = await database().read.selectFrom('token').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await identify({ authorization: `Bearer ${token}` })).toMatchObject({ name: 'Ann' });
    // Its use is kept a moment later, with others'.
    await vi.waitFor(
      async () =>
        expect(await tokensOf(ann)).toMatchObject([{ id, name: 'script', usedAt: expect.any(String) }]),
      { timeout: 10_000 },
    );
    expect(await revokeToken(await makeMember('Ben'), id)).toEqual({ ok: false, reason: 'no-such-token' });
    expect(await revokeToken(ann, id)).toEqual({ ok: true });
    expect(await identifyToken(token)).toBeNull();
    expect(await accessChanges()).toEqual([{ account_id: ann.accountId }]);
  });
});

describe('password resets', () => {
  const { address } = stranger();
  const tokenIn = (url: string) => url.split('/').at(-1) ?? '';

  test('a link sets a new password once and puts everyone else out', async () => {
    const ann = await makeMember('Ann');
    const { token } = await makeToken(ann.accountId, 'script');
    const reset = await makeReset(' Ann@Example.org ');
    if (!reset.ok) throw new Error(reset.reason);
    expect(reset.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/reset\/[\w-]{32}$/);
    expect(await redeemReset(tokenIn(reset.url), 'a whole new one', address)).toEqual({ ok: true });
    expect(await redeemReset(tokenIn(reset.url), 'and another one', address)).toEqual({
      ok: false,
      reason: 'reset-over',
    });
    expect(await identifySession(ann.via.id)).toBeNull();
    expect(await identifyToken(token)).toBeNull();
    const form = { email: 'ann@example.org' };
    expect((await signIn({ ...form, password: goodPassword }, stranger())).ok).toBe(false);
    expect((await signIn({ ...form, password: 'a whole new one' }, stranger())).ok).toBe(true);
  });

  test('a newer link ends the older one', async () => {
    await makeMember('Ann');
    const old = await makeReset('ann@example.org');
    await makeReset('ann@example.org');
    expect(old.ok && (await redeemReset(tokenIn(old.url), 'a whole new one', address))).toEqual({
      ok: false,
      reason: 'reset-over',
    });
  });

  test.each([
    ['a new password', { password: 'chosen by myself' }, false],
    ['a new address', { email: 'ann@new.example.org' }, false],
    ['a new name', { name: 'Anna' }, true],
  ])('%s: does the link of before still work?', async (_, change, works) => {
    const ann = await makeMember('Ann');
    const reset = await makeReset('ann@example.org');
    expect(await changeAccount(ann, { ...change, currentPassword: goodPassword })).toEqual({ ok: true });
    expect((await redeemReset(reset.ok ? tokenIn(reset.url) : '', 'a whole new one', address)).ok).toBe(
      works,
    );
  });

  test('what is no link is not hashed for, and tried so often only', async () => {
    vi.mocked(hashPassword).mockClear();
    const tryFrom = async (from: string) => {
      const answer = await redeemReset('no-such-token', 'a whole new one', from);
      return answer.ok ? 'set' : answer.reason;
    };
    const answers: string[] = [];
    for (let i = 0; i < 100; i++) answers.push(await tryFrom(address));
    expect([answers[0], answers.at(-1)]).toEqual(['reset-over', 'too-many']);
    expect(await tryFrom('198.51.100.7')).toBe('reset-over');
    expect(hashPassword).not.toHaveBeenCalled();
  });

  test('nobody unknown gets one', async () => {
    expect(await makeReset('nobody@example.org')).toEqual({ ok: false, reason: 'no-such-account' });
  });

  test('is mailed to who has an account, and to nobody else', async () => {
    const mailbox = await openMailbox();
    openFreshData({ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, PUBLIC_URL: 'https://notes.example.org' });
    await makeMember('Ann');
    await mailReset('nobody@example.org', '192.0.2.1');
    await mailReset('ann@example.org', '192.0.2.1');
    expect(mailbox.messages).toHaveLength(1);
    expect(mailbox.messages[0]).toContain('To: ann@example.org');
    expect(mailbox.messages[0]?.replaceAll('=\r\n', '')).toMatch(
      /https:\/\/notes\.example\.org\/reset\/[\w-]{32}/,
    );
    await mailbox.close();
  });
});
