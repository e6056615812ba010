import { beforeEach, describe, expect, test } from 'vitest';
import { makeMember, makeRoomIn, openFreshData, stranger } from '../fixture.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { accountOf } from './accounts.ts';
import { identifySession } from './identity.ts';
import { type Proven, signInByProvider } from './providers.ts';

const proven: Proven = {
  provider: 'https://id.example.org',
  subject: 'subject-1',
  name: 'Ann\u202e Lee',
  email: 'Ann@example.org',
  isEmailVerified: true,
};

beforeEach(() => {
  openFreshData();
});

describe('signing in by a provider', () => {
  test('the first time makes an account, the second finds it by its subject whatever the address is by then', async () => {
    const first = await signInByProvider(proven, stranger());
    const again = await signInByProvider({ ...proven, email: 'moved@example.org' }, stranger());
    if (!first.ok || !again.ok) throw new Error('not signed in');
    expect(again.accountId).toBe(first.accountId);
    const identity = await identifySession(first.sessionId);
    expect(identity && (await accountOf(identity))).toMatchObject({
      name: 'Ann Lee',
      email: 'ann@example.org',
      hasPassword: false,
    });
  });

  test('an address that the provider has not verified makes no account', async () => {
    expect(await signInByProvider({ ...proven, isEmailVerified: false }, stranger())).toEqual({
      ok: false,
      reason: 'email-unverified',
    });
    expect(await signInByProvider({ ...proven, email: undefined }, stranger())).toMatchObject({ ok: false });
  });

  test('an address that has an account is joined only by who is signed in to it', async () => {
    const ann = await makeMember('Ann');
    expect(await signInByProvider(proven, stranger())).toEqual({ ok: false, reason: 'email-taken' });
    const ben = await makeMember('Ben');
    expect(await signInByProvider(proven, { ...stranger(), identity: ben })).toEqual({
      ok: false,
      reason: 'email-taken',
    });
    const joined = await signInByProvider(proven, { ...stranger(), identity: ann });
    expect(joined).toMatchObject({ ok: true, accountId: ann.accountId });
    expect(await signInByProvider(proven, stranger())).toMatchObject({ accountId: ann.accountId });
  });

  test('[AUTH5] a guest who comes by a provider keeps the account row, in a new session', async () => {
    const { space, roomId } = await makeRoomIn(await makeMember('Kim'));
    const invite = await makeInvite(space, { role: 'member', roomId });
    if (!invite.ok) throw new Error(invite.reason);
    const guest = await join({ code: invite.code, name: 'Guest' }, stranger());
    if (!guest.ok) throw new Error(guest.reason);
    const identity = await identifySession(guest.sessionId ?? '');
    const result = await signInByProvider(proven, { ...stranger(), identity });
    expect(result).toMatchObject({ ok: true, accountId: guest.accountId });
    expect(await identifySession(guest.sessionId ?? '')).toBeNull();
    expect(result.ok && (await identifySession(result.sessionId))).toMatchObject({ kind: 'member' });
  });
});
