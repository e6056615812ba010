// The map as a picture to take along: an SVG that needs nothing of the page, and a PNG made from it. On this device alone.

import type { useTranslations } from 'use-intl/react';
import { type People, readable } from '#components/room/scene/people.ts';
import { authorOf, silenceOf } from '#components/room/thread/conversation.ts';
import { standingShapes } from '#components/room/thread/standing-mark.tsx';
import type { Voice } from '#components/room/thread/voice.ts';
import { type ArgumentMap, type MapNode, nodeSize } from '#lib/model/argument/map.ts';
import type { StandingsOfRoom } from '#lib/model/argument/standing.ts';
import { noteOf } from '#lib/model/record.ts';
import { anchorOf } from '#lib/model/threads/thread.ts';
import { type DrawnLine, dashes, linesOf } from './map-lines.tsx';
import { colorOf } from './map-node.tsx';
import { linesOfWords } from './words-in-lines.ts';

export type Picture = {
  map: ArgumentMap;
  people: People;
  standings: StandingsOfRoom | null;
  title: string;
  /** What the file is called where the title has no letters. */
  fileName: string;
  voice: Voice;
  terms: ReturnType<typeof useTranslations<'terms'>>;
};

/** Browsers refuse larger canvases: past it the PNG is made smaller. In pixels of each side. */
const largestPx = 8000;
const lineLength = 36;

/** Makes the picture and hands it to the browser as a file to keep. */
export async function savePicture(picture: Picture, form: 'svg' | 'png'): Promise<void> {
  const svg = new Blob([svgOf(picture, resolvedColor())], { type: 'image/svg+xml' });
  const file = form === 'svg' ? svg : await rasterOf(svg, picture.map);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${picture.title.replace(/[^\p{L}\p{N} -]/gu, '').slice(0, 60) || picture.fileName}.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** `color` turns a colour of the style sheet into one that stands anywhere. */
export function svgOf(picture: Picture, color: (css: string) => string): string {
  const { map, standings, title } = picture;
  const lines = linesOf(map, standings).map((line) => lineSvg(line, color));
  const nodes = map.nodes.map((node) => nodeSvg(node, picture, color));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${map.width}" height="${map.height}" viewBox="0 0 ${map.width} ${map.height}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${color('var(--paper)')}"/>`,
    ...lines,
    ...nodes,
    '</svg>',
  ].join('\n');
}

function lineSvg(
  { path, color: css, style, isHeld, end }: DrawnLine,
  color: (css: string) => string,
): string {
  const stroke = color(css);
  const dash = dashes[style] ? ` stroke-dasharray="${dashes[style]}"` : '';
  const fill = end?.kind === 'ring' ? color('var(--paper)') : stroke;
  const mark = end
    ? `<circle cx="${end.x}" cy="${end.y}" r="${end.kind === 'ring' ? 5 : 3}" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`
    : '';
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${isHeld ? 2 : 1}"${dash}/>${mark}`;
}

/** A picture goes to anyone: it shows nobody more than members see. What was erased has no words to show. */
const anyone = { isStaff: false, me: '' };

function nodeSvg(
  { ref, post, x, y }: MapNode,
  { people, standings, voice, terms }: Picture,
  color: (css: string) => string,
): string {
  const { width, height } = nodeSize;
  const value = post.entry?.value;
  const note = value && noteOf(value).body;
  const said = note ? readable(people, note) : undefined;
  const words = silenceOf(post, people, anyone, voice) ?? said ?? (post.entry && anchorOf(post)?.quote) ?? '';
  const standing = standings?.of.get(ref);
  const label = post.stance ? ` · ${terms(`stance.${post.stance}`)}` : '';
  const ink = color('var(--ink)');
  const text = (at: number, size: number, content: string, more = '') =>
    `<text x="14" y="${at}" font-size="${size}" fill="${ink}"${more}>${escaped(content)}</text>`;
  return [
    `<g transform="translate(${x} ${y})">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${color('var(--sheet)')}" stroke="${color('var(--line)')}"/>`,
    `<rect width="4" height="${height}" rx="2" fill="${color(colorOf(post))}"/>`,
    text(24, 13, `${authorOf(post, people)}${label}`, ' font-weight="600"'),
    ...linesOfWords(words, lineLength, 3).map((line, i) => text(44 + i * 18, 12.5, line)),
    standing
      ? `<g transform="translate(14 96)" fill="${ink}"><path d="${standingShapes[standing]}" fill-rule="evenodd"/></g>` +
        `<text x="31" y="106" font-size="11.5" fill="${ink}">${escaped(terms(`standing.${standing}`))}</text>`
      : '',
    '</g>',
  ].join('');
}

async function rasterOf(svg: Blob, { width, height }: ArgumentMap): Promise<Blob> {
  const scale = Math.min(2, largestPx / width, largestPx / height);
  const image = new Image();
  const url = URL.createObjectURL(svg);
  try {
    image.src = url;
    await image.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
      'image/png',
    );
  });
}

/** Colours as the page shows them now, in sRGB: other programs know neither our names nor oklch. */
function resolvedColor(): (css: string) => string {
  const probe = document.body.appendChild(document.createElement('span'));
  const known = new Map<string, string>();
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  queueMicrotask(() => probe.remove());
  return (css) => {
    const before = known.get(css);
    if (before) return before;
    probe.style.color = css;
    const shown = getComputedStyle(probe).color;
    if (!context) return shown;
    context.fillStyle = shown;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
    const rgb = `rgb(${r}, ${g}, ${b})`;
    known.set(css, rgb);
    return rgb;
  };
}

function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? '')
      // What XML cannot carry at all.
      .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
  );
}
