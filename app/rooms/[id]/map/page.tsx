// The map: what was said as a tree of claims and answers.

import { MapDesk } from '#components/argument-map/map-desk.tsx';

export default function MapPage() {
  return <MapDesk />;
}
