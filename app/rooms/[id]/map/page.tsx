// The map: what was said as a tree of claims and answers.

import { MapDesk } from '#components/argument-map/map-desk.tsx';
import { Words } from '../../../words.tsx';

export default function MapPage() {
  return (
    <Words areas={['map', 'reading', 'cards']}>
      <MapDesk />
    </Words>
  );
}
