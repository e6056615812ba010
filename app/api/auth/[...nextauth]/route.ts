// next-auth's own addresses: the OpenID sign-in and its callback, and the credentials door beside POST /api/sessions.

import type { NextRequest } from 'next/server';
import nextAuth from 'next-auth';
import { optionsFor } from '../../../next-auth.ts';
import { callerOf, identityOf } from '../../request.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const caller = callerOf(request, await identityOf(request));
  return nextAuth(request, context, optionsFor(caller));
}

export { handle as GET, handle as POST };
