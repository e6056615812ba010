// The lines of the map: of each link its stance's hue and style. An undercut ends, with a ring, on the line it attacks; a
// line that an undercut has taken away is thin.

import { memo } from 'react';
import { stanceLooks } from '#components/room/scene/stances.ts';
import { useStandings } from '#components/room/scene/standings.ts';
import { type ArgumentMap, endsOf, type MapEdge, nodeSize, pathBetween } from '#lib/model/argument/map.ts';
import { isUndercut, type StandingsOfRoom } from '#lib/model/argument/standing.ts';
import styles from './map.module.css';
import type { Sight } from './use-map-view.ts';

export const dashes = { solid: undefined, dashed: '7 5', dotted: '1 6', double: undefined } as const;

export type DrawnLine = {
  key: string;
  path: string;
  color: string;
  style: keyof typeof dashes;
  isHeld: boolean;
  /** A ring where an undercut meets a line, a dot where a further link arrives. */
  end: { kind: 'ring' | 'dot'; x: number; y: number } | null;
};

/** The lines that touch a part of the map; all without one. */
export function linesOf(map: ArgumentMap, standings: StandingsOfRoom | null, near?: Sight): DrawnLine[] {
  return map.edges.flatMap((edge) => {
    if (near && !isNear(map, edge, near)) return [];
    const ends = endsOf(map, edge);
    if (!ends) return [];
    const { x, y } = ends.to;
    const isOnLine = edge.on !== undefined && x !== (map.nodeOf.get(edge.to)?.x ?? 0) + nodeSize.width;
    return [
      {
        key: `${edge.from} ${edge.to}`,
        path: pathBetween(ends),
        color: edge.stance ? stanceLooks[edge.stance].color : 'var(--edge)',
        style: edge.stance ? stanceLooks[edge.stance].line : 'solid',
        isHeld: !standings || !isUndercut(standings, edge.from, edge.to),
        end: isOnLine ? { kind: 'ring', x, y } : edge.isCross ? { kind: 'dot', x, y } : null,
      },
    ];
  });
}

export const MapLines = memo(function MapLines({ map, near }: { map: ArgumentMap; near: Sight }) {
  const standings = useStandings();
  const alike = Map.groupBy(
    linesOf(map, standings, near),
    ({ color, style, isHeld }) => `${color} ${style} ${isHeld}`,
  );
  return (
    <svg className={styles.lines} width={map.width} height={map.height} aria-hidden="true">
      {[...alike].map(([key, lines]) => (
        <AlikeLines key={key} lines={lines} />
      ))}
    </svg>
  );
});

/** Lines of one look as one shape: a thousand shapes would be more than a small machine draws at once. */
function AlikeLines({ lines }: { lines: readonly DrawnLine[] }) {
  const [first] = lines;
  if (!first) return null;
  const { color, style, isHeld } = first;
  const path = lines.map((line) => line.path).join('');
  return (
    <g style={{ stroke: color }} strokeWidth={isHeld ? 2 : 1} fill="none">
      <path
        d={path}
        strokeDasharray={dashes[style]}
        strokeLinecap="round"
        strokeWidth={style === 'double' ? 5 : undefined}
      />
      {style === 'double' && <path d={path} className={styles.hollow} />}
      {lines.map(
        ({ key, end }) =>
          end && (
            <circle
              key={key}
              cx={end.x}
              cy={end.y}
              r={end.kind === 'ring' ? 5 : 3}
              style={{ fill: end.kind === 'ring' ? 'var(--paper)' : color }}
            />
          ),
      )}
    </g>
  );
}

function isNear(map: ArgumentMap, { from, to }: MapEdge, near: Sight): boolean {
  const [a, b] = [map.nodeOf.get(from), map.nodeOf.get(to)];
  if (!a || !b) return false;
  return (
    Math.max(a.y, b.y) + nodeSize.height > near.top &&
    Math.min(a.y, b.y) < near.bottom &&
    Math.max(a.x, b.x) + nodeSize.width > near.left &&
    Math.min(a.x, b.x) < near.right
  );
}
