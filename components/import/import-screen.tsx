'use client';
// Bringing in a text: choose it, see how it will read, publish it with a discussion. Nothing typed or chosen is lost.

import { useEffect, useState } from 'react';
import type { DeskText } from '#components/text-desk/desk.ts';
import { headingForm } from '#components/text-desk/heading-form.ts';
import type { SpaceKind } from '#lib/model/space-permission.ts';
import { forgetAll, keep, kept } from './kept.ts';
import type { Preview } from './preview.ts';
import { PreviewStep } from './preview-step.tsx';
import type { Purpose } from './publishing.ts';
import { SourceStep } from './source-step.tsx';

export type ImportSpace = { id: string; name: string; kind: SpaceKind };

type Draft = { preview: Preview; start: DeskText };

export function ImportScreen({
  spaces,
  spaceId,
  maxBytes,
  mayFetch,
  purpose,
}: {
  /** Where one may publish; empty for someone whose first space will be made with the reading. */
  spaces: readonly ImportSpace[];
  spaceId: string | null;
  maxBytes: number;
  /** The operator lets the server fetch pages from the web. */
  mayFetch: boolean;
  purpose: Purpose;
}) {
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    setText(kept('text') ?? '');
    setAddress(kept('address') ?? '');
    const preview = kept('preview');
    if (!preview) return;
    const start = {
      heading: kept('heading') ?? headingForm(preview),
      blocks: kept('blocks') ?? preview.blocks,
    };
    setDraft({ preview, start });
  }, []);

  const write = (next: string) => {
    setText(next);
    keep('text', next);
  };
  const writeAddress = (next: string) => {
    setAddress(next);
    keep('address', next);
  };
  const show = (preview: Preview) => {
    keep('preview', preview);
    keep('published', null);
    setDraft({ preview, start: { heading: headingForm(preview), blocks: preview.blocks } });
    window.scrollTo({ top: 0 });
  };
  const back = () => {
    for (const shelf of ['preview', 'heading', 'blocks', 'published'] as const) keep(shelf, null);
    setDraft(null);
  };

  if (!draft) {
    const web = mayFetch ? { address, onAddress: writeAddress } : null;
    return <SourceStep text={text} onText={write} onPreview={show} maxBytes={maxBytes} web={web} />;
  }
  return (
    <PreviewStep
      {...draft}
      spaces={spaces}
      spaceId={spaceId}
      purpose={purpose}
      onBack={back}
      onPublished={(path) => {
        forgetAll();
        window.location.assign(path);
      }}
    />
  );
}
