// The margin for the stretch of the text that is near the screen. It follows in pieces, so that scrolling, which asks only
// this for more, never waits for its cards.

import { type ComponentProps, type RefObject, useDeferredValue, useMemo } from 'react';
import { useNearStretch } from '../text/use-geometry.ts';
import { Margin } from './margin.tsx';

type Props = Omit<ComponentProps<typeof Margin>, 'near'> & { articleRef: RefObject<HTMLElement | null> };

export function NearMargin({ articleRef, geometry, ...rest }: Props) {
  const near = useNearStretch(articleRef);
  const standing = useDeferredValue(
    useMemo(() => near && { geometry, near }, [geometry, near]),
    null,
  );
  return standing ? <Margin {...rest} {...standing} /> : <aside />;
}
