// The Argument Interchange Format as AIFdb's JSON, out and in: propositions (I), who said them (L, YA), and what they
// do to each other: RA supports, CA attacks (an undercut attacks the step itself), MA rephrases, TA passes the word on.
// What the format has no nodes for stands under `counterpoint`, by node, which its tools leave alone.

import * as v from 'valibot';
import { type NoteKind, noteKinds, type Stance, stances } from '#lib/model/record.ts';
import type { Said } from '#lib/words/said.ts';
import { type Discussion, type Saying, sayingsOf, unheard, type Writer } from './discussion.ts';
import type { ForeignLink, ForeignPassage, ForeignPoint, Incoming, NotRead } from './incoming.ts';
import { jsonIn } from './json-in.ts';
import { reportOf } from './report.ts';

type Step = 'RA' | 'CA' | 'MA';
const steps: Record<Stance, Step | null> = {
  supports: 'RA',
  concedes: 'RA',
  rebuts: 'CA',
  undercuts: 'CA',
  qualifies: 'MA',
  asks: null,
};
const stepNames: Record<Step, string> = {
  RA: 'Default Inference',
  CA: 'Default Conflict',
  MA: 'Default Rephrase',
};
const meanings: Record<Step, Stance> = { RA: 'supports', CA: 'rebuts', MA: 'qualifies' };

type Node = { nodeID: string; text: string; type: string; timestamp: string };
type Edge = { edgeID: string; fromID: string; toID: string; formEdgeID: null };
type Extra = {
  stance?: Stance;
  kind?: NoteKind;
  tags?: readonly string[];
  passage?: ForeignPassage;
  about?: 'reading';
};

export const writeAif: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  const report = reportOf(discussion, sayings, [
    'lost.passages.ownPart',
    'lost.kinds.ownPart',
    'lost.tags.ownPart',
    'lost.reactions.all',
    'lost.rulings.all',
    'lost.edits.all',
    'lost.wordless.asNodes',
  ]);
  return { parts: partsOf(discussion, sayings, onWritten), report, count: sayings.length };
};

function* partsOf(
  discussion: Discussion,
  sayings: readonly Saying[],
  onWritten: (count: number) => void,
): Generator<string> {
  const graph = new Graph(sayings);
  for (const saying of sayings) graph.say(saying);
  for (const saying of sayings) graph.link(saying);
  const people = discussion.people.map(({ id, name }) => ({
    participantID: id,
    firstname: name,
    surname: '',
  }));
  yield '{"nodes":[\n';
  yield* listed(graph.nodes);
  yield '],"edges":[\n';
  yield* listed(graph.edges);
  yield '],"schemefulfillments":[],"participants":[\n';
  yield* listed(people);
  yield '],"locutions":[\n';
  yield* listed(graph.locutions);
  onWritten(sayings.length);
  yield `],"counterpoint":${JSON.stringify(Object.fromEntries(graph.extras))}}\n`;
}

function* listed(items: readonly object[]): Generator<string> {
  for (const [i, item] of items.entries())
    yield `${JSON.stringify(item)}${i + 1 < items.length ? ',' : ''}\n`;
}

class Graph {
  readonly nodes: Node[] = [];
  readonly edges: Edge[] = [];
  readonly locutions: {
    nodeID: string;
    personID: string;
    timestamp: string;
    start: null;
    end: null;
    source: null;
  }[] = [];
  readonly extras = new Map<string, Extra>();
  private readonly ids: ReadonlyMap<string, string>;
  /** The step from one point to another, by both: what an undercut attacks. */
  private readonly stepIds = new Map<string, string>();

  constructor(sayings: readonly Saying[]) {
    this.ids = new Map(sayings.map(({ ref }, i) => [ref, String(i + 1)]));
  }

  say(saying: Saying): void {
    const { ref, at, author, participant, kind, tags, passage, state } = saying;
    const id = this.ids.get(ref) ?? '';
    const text = state === 'said' ? saying.body || (passage?.quote ?? '') : `(${state})`;
    this.nodes.push({ nodeID: id, text, type: 'I', timestamp: at });
    this.extras.set(id, {
      ...(kind !== 'comment' && { kind }),
      ...(tags.length > 0 && { tags }),
      ...(passage && { passage }),
    });
    // Who asks about it speaks after it: also what has no words, or nobody's name, was spoken.
    const [locution, act] = [`L${id}`, `Y${id}`];
    // Nobody's name stays nobody's when it is read again.
    const spoken = state === 'said' ? `${author}: ${text}` : text;
    this.nodes.push({ nodeID: locution, text: spoken, type: 'L', timestamp: at });
    this.nodes.push({
      nodeID: act,
      text: kind === 'question' ? 'Questioning' : 'Asserting',
      type: 'YA',
      timestamp: at,
    });
    this.join(locution, act, id);
    if (author === '') return;
    this.locutions.push({
      nodeID: locution,
      personID: participant,
      timestamp: at,
      start: null,
      end: null,
      source: null,
    });
  }

  link({ ref, links, parent, at }: Saying): void {
    const id = this.ids.get(ref) ?? '';
    for (const [i, { to, stance, on, lacksStep }] of links.entries()) {
      const target = to === 'reading' ? undefined : this.ids.get(to);
      if (target === undefined) {
        this.extras.set(id, { ...this.extras.get(id), stance, about: 'reading' });
        continue;
      }
      const type = steps[stance];
      // A question does nothing to what it asks about: it is only the next to speak.
      const node = type ?? 'TA';
      const nodeID = `${node}${id}.${i}`;
      this.nodes.push({
        nodeID,
        text: type ? stepNames[type] : 'Default Transition',
        type: node,
        timestamp: at,
      });
      this.extras.set(nodeID, { stance });
      // Rather the point itself than another of its steps.
      const attacked = stance === 'undercuts' && !lacksStep ? this.stepFrom(to, on) : undefined;
      if (type) this.join(id, nodeID, attacked ?? target);
      else this.join(`L${target}`, nodeID, `L${id}`);
      if (parent !== undefined || i > 0) this.stepIds.set(`${ref} ${to}`, nodeID);
      if (i === 0) this.stepIds.set(ref, nodeID);
    }
  }

  /** The step that an undercut of `to` attacks: the named one, else by which it stands in its thread. */
  private stepFrom(to: string, on: string | undefined): string | undefined {
    return (on === undefined ? undefined : this.stepIds.get(`${to} ${on}`)) ?? this.stepIds.get(to);
  }

  private join(...path: string[]): void {
    for (const [i, toID] of path.entries()) {
      const fromID = path[i - 1];
      if (fromID !== undefined)
        this.edges.push({ edgeID: String(this.edges.length + 1), fromID, toID, formEdgeID: null });
    }
  }
}

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const extra = v.looseObject({
  stance: v.optional(v.picklist(stances)),
  kind: v.optional(v.picklist(noteKinds)),
  tags: v.optional(v.array(v.string())),
  about: v.optional(v.literal('reading')),
  passage: v.optional(
    v.looseObject({
      quote: v.string(),
      prefix: v.optional(v.string(), ''),
      suffix: v.optional(v.string(), ''),
      start: v.optional(v.number()),
      end: v.optional(v.number()),
    }),
  ),
});
const graph = v.looseObject({
  nodes: v.array(
    v.looseObject({
      nodeID: id,
      text: v.nullish(v.string()),
      type: v.string(),
      timestamp: v.nullish(v.string()),
    }),
  ),
  edges: v.array(v.looseObject({ fromID: id, toID: id })),
  participants: v.optional(
    v.array(
      v.looseObject({ participantID: id, firstname: v.nullish(v.string()), surname: v.nullish(v.string()) }),
    ),
    [],
  ),
  locutions: v.optional(v.array(v.looseObject({ nodeID: id, personID: v.nullish(id) })), []),
  counterpoint: v.optional(v.record(v.string(), extra), {}),
});
const file = v.union([
  graph,
  v.pipe(
    v.looseObject({ AIF: graph }),
    v.transform((value) => value.AIF),
  ),
]);
type GraphIn = v.InferOutput<typeof graph>;

/** Reads AIFdb's JSON, bare or as the `AIF` part of xAIF. */
export function readAif(text: string): Incoming | NotRead {
  const read = jsonIn(text, file, { key: 'notes.notRead.aif' });
  if (!read.ok) return read;
  const web = new Web(read.value);
  const points = read.value.nodes.filter(({ type }) => type === 'I').map((node) => web.pointAt(node));
  if (points.length === 0) return { ok: false, said: { key: 'notes.notRead.aifEmpty' } };
  const left = read.value.nodes.filter(({ type }) => type === 'PA').length;
  const report: Said[] = left > 0 ? [{ key: 'notes.leftOut.preferences', values: { count: left } }] : [];
  return { ok: true, source: 'AIF', points, report };
}

/** A graph by its edges both ways. */
class Web {
  private readonly nodes: ReadonlyMap<string, GraphIn['nodes'][number]>;
  private readonly next = new Map<string, string[]>();
  private readonly before = new Map<string, string[]>();
  private readonly names: ReadonlyMap<string, string>;
  private readonly speakers: ReadonlyMap<string, string>;
  private readonly extras: GraphIn['counterpoint'];

  constructor({ nodes, edges, participants, locutions, counterpoint }: GraphIn) {
    this.nodes = new Map(nodes.map((node) => [node.nodeID, node]));
    for (const { fromID, toID } of edges) {
      this.next.set(fromID, [...(this.next.get(fromID) ?? []), toID]);
      this.before.set(toID, [...(this.before.get(toID) ?? []), fromID]);
    }
    const name = (one: { firstname?: string | null | undefined; surname?: string | null | undefined }) =>
      [one.firstname, one.surname].filter(Boolean).join(' ');
    this.names = new Map(participants.map((one) => [one.participantID, name(one)]));
    this.speakers = new Map(
      locutions.flatMap(({ nodeID, personID }) => (personID ? [[nodeID, personID]] : [])),
    );
    this.extras = counterpoint;
  }

  pointAt(node: GraphIn['nodes'][number]): ForeignPoint {
    const { nodeID, timestamp, text } = node;
    const { kind, tags, passage, stance, about } = this.extras[nodeID] ?? {};
    const body = text ?? '';
    const toReading = about && stance && { to: about, stance };
    return {
      key: nodeID,
      author: this.authorOf(nodeID),
      ...(timestamp && { at: timestamp }),
      kind: kind ?? (this.isQuestion(nodeID) ? 'question' : 'comment'),
      body: passage && body === passage.quote ? '' : body,
      tags: tags ?? [],
      ...(passage && { passage: foreign(passage) }),
      links: this.linksFrom(nodeID, toReading),
    };
  }

  private ofType(ids: readonly string[] | undefined, ...types: string[]): string[] {
    return (ids ?? []).filter((one) => types.includes(this.nodes.get(one)?.type ?? ''));
  }

  private locutionOf(point: string): string | undefined {
    return this.ofType(this.before.get(point), 'YA').flatMap((act) =>
      this.ofType(this.before.get(act), 'L'),
    )[0];
  }

  private isQuestion(point: string): boolean {
    return this.ofType(this.before.get(point), 'YA').some((act) =>
      /question/i.test(this.nodes.get(act)?.text ?? ''),
    );
  }

  private authorOf(point: string): string {
    const locution = this.locutionOf(point);
    if (locution === undefined) return '';
    const named = this.names.get(this.speakers.get(locution) ?? '');
    return named || (/^([^:]{1,80}):/.exec(this.nodes.get(locution)?.text ?? '')?.[1] ?? '');
  }

  private linksFrom(point: string, toReading: ForeignLink | undefined): ForeignLink[] {
    const steps = this.ofType(this.next.get(point), 'RA', 'CA', 'MA').flatMap((step) => this.linksBy(step));
    const asked = this.askedBy(point, new Set(steps.map(({ to }) => to)));
    const ranked = [...steps, ...asked].sort((a, b) => a.rank - b.rank);
    const links = ranked.map(({ rank: _, ...link }) => link);
    if (!toReading) return links;
    // It has no node of its own: where nothing else is first, it is.
    return ranked[0]?.rank === 0 ? [...links, toReading] : [toReading, ...links];
  }

  private linksBy(step: string): (ForeignLink & { rank: number })[] {
    const type = this.nodes.get(step)?.type as Step;
    const stance = this.extras[step]?.stance ?? meanings[type];
    const rank = rankOf(step);
    return (this.next.get(step) ?? []).flatMap((target) => {
      if (this.nodes.get(target)?.type === 'I') return [{ to: target, stance, rank }];
      const attacked = this.undercut(target);
      return attacked ? [{ ...attacked, stance: 'undercuts' as const, rank }] : [];
    });
  }

  /** An attacked step: the premise is what is answered, and its conclusion what the step leads to. */
  private undercut(step: string): { to: string; on?: string } | undefined {
    const [premise] = this.ofType(this.before.get(step), 'I');
    const [conclusion] = this.ofType(this.next.get(step), 'I');
    if (premise === undefined) return undefined;
    return { to: premise, ...(conclusion !== undefined && { on: conclusion }) };
  }

  /** Who spoke before, where nothing else says what a point answers. */
  private askedBy(point: string, known: ReadonlySet<string>): (ForeignLink & { rank: number })[] {
    const locution = this.locutionOf(point);
    if (locution === undefined) return [];
    return this.ofType(this.before.get(locution), 'TA').flatMap((turn) => {
      const own = this.extras[turn]?.stance;
      if (!own && known.size > 0) return [];
      const said = this.ofType(this.before.get(turn), 'L').flatMap((one) =>
        this.ofType(this.next.get(one), 'YA').flatMap((act) => this.ofType(this.next.get(act), 'I')),
      );
      const stance = own ?? (this.isQuestion(point) ? ('asks' as const) : undefined);
      return said
        .filter((to) => !known.has(to))
        .map((to) => ({ to, ...(stance && { stance }), rank: rankOf(turn) }));
    });
  }
}

/** Of our own steps their place among a point's links: the first is the thread it stands in. */
function rankOf(step: string): number {
  return Number(/\.(\d+)$/.exec(step)?.[1] ?? 0);
}

function foreign({
  quote,
  prefix,
  suffix,
  start,
  end,
}: NonNullable<v.InferOutput<typeof extra>['passage']>): ForeignPassage {
  return { quote, prefix, suffix, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
