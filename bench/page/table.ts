// The numbers of the page bench as bench/README.md has them: median and worst, the goal, and whether it is met.

import type { PageReport } from './page.ts';

type Row = { what: string; of: readonly number[]; marks?: readonly number[]; goal?: number; unit: string };

export function pageTable(report: PageReport): string {
  const lines = [
    '| what | median | worst | with a `<mark>` each: median, worst | goal |',
    '| --- | --- | --- | --- | --- |',
    ...rowsOf(report).map(lineOf),
  ];
  const load = report.load.map((one) => one.toFixed(1)).join(', ');
  return `${lines.join('\n')}\n\nLoad of the machine at the start of each round and at the end: ${load}.\n`;
}

function rowsOf({ notes, scripts, usual, crowded, marked, ...report }: PageReport): Row[] {
  const crowd = notes.toLocaleString('en');
  return [
    { what: 'scripts of the landing page', of: [scripts.landing.idleKb], goal: 155, unit: 'kB' },
    { what: 'scripts of the sign-in page', of: [scripts.signIn.idleKb], goal: 155, unit: 'kB' },
    { what: 'scripts of a reading page, to hydrate', of: [scripts.reading.hydrateKb], goal: 215, unit: 'kB' },
    { what: 'the same, once it rests', of: [scripts.reading.idleKb], goal: 290, unit: 'kB' },
    { what: 'LCP, a usual room', of: usual.map(({ lcp }) => lcp), goal: 1200, unit: 'ms' },
    { what: 'CLS, a usual room', of: usual.map(({ cls }) => cls), goal: 0.02, unit: '' },
    {
      what: 'another’s highlight on screen, a usual room',
      ...{ of: report.travelUsual, goal: 250, unit: 'ms' },
    },
    {
      what: `**${crowd} notes:** LCP`,
      of: crowded.map(({ lcp }) => lcp),
      marks: marked.map(({ lcp }) => lcp),
      ...{ goal: 1200, unit: 'ms' },
    },
    {
      what: 'CLS',
      of: crowded.map(({ cls }) => cls),
      marks: marked.map(({ cls }) => cls),
      ...{ goal: 0.02, unit: '' },
    },
    {
      what: 'first paint of highlights',
      of: crowded.map(({ firstPaint }) => firstPaint),
      marks: marked.map(({ firstPaint }) => firstPaint),
      ...{ goal: 50, unit: 'ms' },
    },
    {
      what: 'highlights shown, from the beginning of the visit on',
      of: crowded.map(({ painted }) => painted),
      unit: 'ms',
    },
    {
      what: 'longest frame while scrolling',
      of: crowded.map(({ scroll }) => scroll.longest),
      marks: marked.map(({ scroll }) => scroll.longest),
      ...{ goal: 50, unit: 'ms' },
    },
    {
      what: '99 % of those frames',
      of: crowded.map(({ scroll }) => scroll.p99),
      marks: marked.map(({ scroll }) => scroll.p99),
      unit: 'ms',
    },
    {
      what: 'click on a card to its open thread',
      of: crowded.flatMap(({ clicks }) => clicks),
      ...{ goal: 100, unit: 'ms' },
    },
    {
      what: 'click on a passage to its card, or the choice of several',
      of: crowded.flatMap(({ passageClicks }) => passageClicks),
      marks: marked.flatMap(({ clicks }) => clicks),
      ...{ goal: 100, unit: 'ms' },
    },
    {
      what: 'INP of reading, answering and writing',
      of: crowded.map(({ inp }) => inp.inp),
      marks: marked.map(({ inp }) => inp.inp),
      ...{ goal: 100, unit: 'ms' },
    },
    {
      what: 'memory: the page’s process',
      of: crowded.map(({ memory }) => memory.process),
      marks: marked.map(({ memory }) => memory.process),
      ...{ goal: 150, unit: 'MB' },
    },
    {
      what: 'memory: of that, scripts',
      of: crowded.map(({ memory }) => memory.heap),
      marks: marked.map(({ memory }) => memory.heap),
      unit: 'MB',
    },
    { what: 'another’s highlight on screen', of: report.travelCrowded, goal: 250, unit: 'ms' },
  ];
}

function lineOf({ what, of, marks, goal, unit }: Row): string {
  const [median, worst] = middleAndWorst(of);
  const isMissed = goal !== undefined && median > goal;
  const shown = `${number(median)} ${unit}`.trim();
  const beside = marks ? middleAndWorst(marks).map(number).join(', ') : '–';
  const cells = [
    what,
    isMissed ? `**${shown}: missed**` : shown,
    number(worst),
    beside,
    goal === undefined ? '–' : `${goal} ${unit}`.trim(),
  ];
  return `| ${cells.join(' | ')} |`;
}

function middleAndWorst(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
}

function number(value: number): string {
  return value === 0 || value >= 10 ? value.toFixed(0) : value.toFixed(3).replace(/\.?0+$/, '');
}
