// What every route has in common: origin, identity, body, refusals and mishaps. A route then only says what is its own.

import type * as v from 'valibot';
import type { Caller } from '#lib/data/people/accounts.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { enterRoom, enterSpace, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { log } from '../log.ts';
import { callerOf, identityOf, isFromHere, localeOf, readJson } from './request.ts';
import { type Refusal, refusalAnswer, refused } from './respond.ts';

type Params = Record<string, string | string[]>;

/** One call of a route. `params` are the address's variable parts. */
export type Call<P extends Params = Params> = {
  request: Request;
  params: P;
  identity: Identity | null;
  caller: Caller;
};

/** A route answers, or gives a refusal of lib/data as it is. */
export type Outcome = Response | Refusal;

type Handler<P extends Params> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** A route for anyone. */
export function forAnyone<P extends Params = Params>(run: (call: Call<P>) => Promise<Outcome>): Handler<P> {
  return async (request, context) => {
    const outcome = await outcomeOf(request, context, run).catch((error) => {
      log().error({ err: error, method: request.method }, 'a request failed');
      return refused('internal');
    });
    return outcome instanceof Response ? outcome : refusalAnswer(outcome, localeOf(request));
  };
}

async function outcomeOf<P extends Params>(
  request: Request,
  context: { params: Promise<P> },
  run: (call: Call<P>) => Promise<Outcome>,
): Promise<Outcome> {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && !isFromHere(request)) return refused('cross-site');
  const identity = await identityOf(request);
  const caller = callerOf(request, identity);
  return run({ request, params: await context.params, identity, caller });
}

/** A route for who is signed in, by session or token. */
export function forMe<P extends Params = Params>(
  run: (call: Call<P> & { identity: Identity }) => Promise<Outcome>,
): Handler<P> {
  return forAnyone<P>(async (call) => {
    const { identity } = call;
    return identity ? run({ ...call, identity }) : refused('not-signed-in');
  });
}

/** A route under /api/rooms/:id, for who may enter that room. */
export function inRoom<P extends { id: string } = { id: string }>(
  run: (call: Call<P> & { identity: Identity; access: RoomAccess }) => Promise<Outcome>,
): Handler<P> {
  return forMe<P>(async (call) => {
    const entered = await enterRoom(call.identity, call.params.id);
    return entered.ok ? run({ ...call, access: entered.access }) : refused(entered.reason);
  });
}

/** A route under /api/spaces/:id, for who belongs to that space. */
export function inSpace<P extends { id: string } = { id: string }>(
  run: (call: Call<P> & { identity: Identity; access: SpaceAccess }) => Promise<Outcome>,
): Handler<P> {
  return forMe<P>(async (call) => {
    const access = await enterSpace(call.identity, call.params.id);
    return access ? run({ ...call, access }) : refused('no-such-space');
  });
}

/** Reads a JSON body and goes on with it, or refuses it. */
export async function withBody<T>(
  request: Request,
  schema: v.GenericSchema<unknown, T>,
  run: (body: T) => Promise<Outcome>,
): Promise<Outcome> {
  const read = await readJson(request, schema);
  return read.ok ? run(read.value) : read;
}
