// Everything that we give as Web Annotations, against the W3C's own schemas. They are not ours to keep here: the folder with
// them is named by W3C_ANNOTATION_SCHEMAS (docs/decisions/022), and without it these tests are skipped.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { entry, point, someDiscussion, textFrom } from './fixture.ts';
import { annotationSchema } from './w3c.schema.ts';
import { type Annotation, writeW3c } from './w3c.ts';
import { containerOf, described, type Preference, pageOf } from './w3c-container.ts';

const folder = process.env.W3C_ANNOTATION_SCHEMAS ?? '';

type Json = { [key: string]: unknown };

function filesIn(name: string): [string, Json][] {
  return readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as Json]);
}

/** They are written in draft 4: what was called otherwise there is renamed. */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern);
  if (typeof value !== 'object' || value === null) return value;
  const { $schema: _, id, exclusiveMinimum, ...rest } = value as Json;
  const kept = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, modern(one)]));
  // Only at the top of a file is `id` the schema's name; elsewhere it is a property that is described.
  const named = typeof id === 'string' ? { $id: id } : id === undefined ? {} : { id: modern(id) };
  return exclusiveMinimum === true
    ? { ...named, ...kept, exclusiveMinimum: kept.minimum }
    : { ...named, ...kept };
}

function validators(name: string): [string, ValidateFunction][] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const [, schema] of filesIn('definitions')) ajv.addSchema(modern(schema) as Json);
  return filesIn(name).map(([file, schema]) => [file, ajv.compile(modern(schema) as Json)]);
}

/** Which assertions of this kind a document fails. */
function failing(name: string, documents: readonly unknown[]): string[] {
  return validators(name).flatMap(([file, isValid]) =>
    documents.flatMap((one) => (isValid(one) ? [] : [`${file}: ${JSON.stringify(isValid.errors?.[0])}`])),
  );
}

async function ours(): Promise<{ page: Json; items: Annotation[] }> {
  const page = JSON.parse(await textFrom(writeW3c(someDiscussion()).parts)) as Json & { items: Annotation[] };
  return { page, items: page.items };
}

const url = 'https://talk.example/api/rooms/r/annotations/';
const preferences: Preference[] = ['minimal', 'iris', 'descriptions'];

describe.skipIf(folder === '')('by the W3C’s own schemas (needs W3C_ANNOTATION_SCHEMAS)', () => {
  it('every annotation is valid, in a file and served alone', async () => {
    const { items } = await ours();
    expect(items.length).toBeGreaterThan(10);
    expect(failing('annotations', items.map(described))).toEqual([]);
  });

  it('files and pages are valid, however they are asked for', async () => {
    const { page, items } = await ours();
    const many = Array.from({ length: 250 }, (_, i) => ({
      ...(items[0] as Annotation),
      id: `${url}ada/n${i}`,
    }));
    const pages = preferences.flatMap((preference) =>
      [0, 1, 2].map((at) => pageOf({ url, label: 'On ferries', items: many }, preference, at)),
    );
    expect(failing('pages', [page, ...pages])).toEqual([]);
  });

  it('containers are valid, full and empty', async () => {
    const { items } = await ours();
    const containers = preferences.flatMap((preference) => [
      containerOf({ url, label: 'On ferries', items }, preference),
      containerOf({ url, label: 'On ferries', items: [] }, preference),
    ]);
    expect(failing('collections', containers)).toEqual([]);
  });

  it('an empty discussion is valid, too', async () => {
    const page = JSON.parse(await textFrom(writeW3c(someDiscussion([])).parts)) as Json;
    expect(failing('pages', [page])).toEqual([]);
  });

  it('these schemas refuse what is not valid', async () => {
    const { items } = await ours();
    for (const wrong of [
      { '@context': 'http://example.org/' },
      { id: 'no iri' },
      { type: 'Note' },
      { created: 'yesterday' },
      { motivation: 'shouting' },
      { bodyValue: 'twice', body: [] },
      { target: { source: 'no iri', selector: [] } },
    ]) {
      const one = { ...described(items[0] as Annotation), ...wrong };
      expect(failing('annotations', [one]), JSON.stringify(wrong)).not.toEqual([]);
    }
  });

  it('their examples are valid by our schema as by theirs', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const isAnnotation = ajv.compile(annotationSchema);
    const examples = filesIn('examples/correct');
    expect(examples.length).toBeGreaterThan(0);
    for (const [file, example] of examples) {
      isAnnotation(example);
      expect([file, isAnnotation.errors]).toEqual([file, null]);
    }
    expect(
      failing(
        'annotations',
        examples.map(([, example]) => example),
      ),
    ).toEqual([]);
  });

  it('a note with the oddest id is valid', async () => {
    const odd = someDiscussion([entry('ada-00000001', 'helpful:x/a.b-c_d', point({ body: 'Odd.' }))]);
    const { items } = JSON.parse(await textFrom(writeW3c(odd).parts)) as { items: Annotation[] };
    expect(failing('annotations', items.map(described))).toEqual([]);
  });
});
