// next-auth's options, the one file that knows it: e-mail and password, and the OpenID provider where one is set.
// Its JWT carries nothing but the id of a session of ours, which identify() checks against the table each time.

import type { NextAuthOptions, User } from 'next-auth';
import credentialsProvider from 'next-auth/providers/credentials';
import * as v from 'valibot';
import { emailField } from '#lib/data/fields.ts';
import { type Caller, signIn } from '#lib/data/people/accounts.ts';
import { identifySession, sessionCookieName, sessionDays } from '#lib/data/people/identity.ts';
import { signInByProvider } from '#lib/data/people/providers.ts';
import { endSession } from '#lib/data/people/sessions.ts';
import { settings } from '#lib/data/settings.ts';
import { cookieOptions } from './api/cookie.ts';

/** The provider's id in addresses (`/api/auth/callback/oidc`) and in the table of provider sign-ins. */
export const oidcId = 'oidc';

type SignedInUser = User & { sid?: string };

/** The options for one request, since signing in must know who asks and from where. */
export function optionsFor(caller: Caller): NextAuthOptions {
  return {
    secret: settings().authSecret,
    session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    providers: [passwordProvider(caller), ...oidcProviders()],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== oidcId) return true;
        const claims = v.safeParse(claimsSchema, profile);
        if (!claims.success) return '/sign-in?error=provider';
        const result = await signInByProvider(
          {
            provider: settings().oidc?.issuer ?? oidcId,
            subject: account.providerAccountId,
            name: claims.output.name,
            email: claims.output.email,
            isEmailVerified: claims.output.email_verified,
          },
          caller,
        );
        if (!result.ok) return `/sign-in?error=${result.reason}`;
        // next-auth hands this same object to the jwt callback below.
        (user as SignedInUser).sid = result.sessionId;
        return true;
      },
      async jwt({ token, user }) {
        const sid = (user as SignedInUser | undefined)?.sid ?? token.sid;
        return typeof sid === 'string' ? { sid } : {};
      },
      async session({ session, token }) {
        const identity = typeof token.sid === 'string' ? await identifySession(token.sid) : null;
        if (!identity) return { expires: session.expires };
        return { expires: session.expires, user: { name: identity.name, email: identity.email } };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(token.sid);
      },
    },
  };
}

/** The claims asked for; a provider that does not say so has not verified the address. */
const claimsSchema = v.object({
  name: v.optional(v.string()),
  email: v.optional(v.string()),
  email_verified: v.optional(v.fallback(v.boolean(), false), false),
});

const form = v.object({ email: emailField, password: v.pipe(v.string(), v.maxLength(256)) });

function passwordProvider(caller: Caller) {
  return credentialsProvider({
    name: 'E-mail and password',
    credentials: {
      email: { label: 'E-mail', type: 'email' },
      password: { label: 'Password', type: 'password' },
    },
    async authorize(given) {
      const parsed = v.safeParse(form, given);
      if (!parsed.success) return null;
      const result = await signIn(parsed.output, caller);
      return result.ok ? { id: result.accountId, sid: result.sessionId } : null;
    },
  });
}

function oidcProviders(): NextAuthOptions['providers'] {
  const { oidc } = settings();
  if (!oidc) return [];
  return [
    {
      id: oidcId,
      name: oidc.name,
      type: 'oauth',
      wellKnown: `${oidc.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (claims: { sub: string }) => ({ id: claims.sub }),
    },
  ];
}
