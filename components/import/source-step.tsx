'use client';
// Where the text comes from: pasted, dropped, chosen, or fetched from the web. Reading it shows progress and can be cancelled (U57).

import { FileText } from 'lucide-react';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import field from '#components/ui/form/field.module.css';
import { Notice } from '#components/ui/over/notice.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { ChapterList } from './chapter-list.tsx';
import css from './import.module.css';
import type { Preview } from './preview.ts';
import { type Reading, useSource } from './use-source.ts';
import { type Web, WebAddress } from './web-address.tsx';

const accepted = [
  '.pdf',
  '.docx',
  '.epub',
  '.txt',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  'application/pdf',
  'application/epub+zip',
  'text/plain',
  'text/markdown',
  'text/html',
];

/** Bytes as people say them: whole kilobytes or megabytes. */
function sizeSaid(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.floor(bytes / (1 << 20))} MB` : `${Math.floor(bytes / 1024)} KB`;
}

export function SourceStep({
  text,
  onText,
  onPreview,
  maxBytes,
  web,
}: {
  text: string;
  onText: (text: string) => void;
  onPreview: (preview: Preview) => void;
  maxBytes: number;
  /** Null where the operator does not let the server fetch pages. */
  web: Web | null;
}) {
  const t = useTranslations('imports.screen.source');
  const box = useId();
  const about = useId();
  const [isMissing, setMissing] = useState(false);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const source = useSource(onPreview);
  const { reading, problem } = source;
  // What is told stands where it was asked for: on a phone the two places are a page apart.
  const [isFromWeb, setFromWeb] = useState(false);
  const notice = problem && (
    <Notice tone="problem" title={t('unreadable')}>
      {problem}
    </Notice>
  );
  const progress = reading && <ProgressLine reading={reading} onCancel={source.cancel} />;

  const readFile = (file: File | undefined) => {
    if (!file) return;
    setFromWeb(false);
    if (file.size > maxBytes) {
      source.refuse(t('tooLarge', { name: file.name, size: sizeSaid(maxBytes) }));
      return;
    }
    source.readFile(file);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const isBlank = text.trim() === '';
    setMissing(isBlank);
    setFromWeb(false);
    if (!isBlank) source.readText(text);
  };
  const readAddress = (address: string) => {
    setFromWeb(true);
    source.readAddress(address);
  };
  const onDrop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    setOver(false);
    readFile(event.dataTransfer.files[0]);
  };

  return (
    <Page width="text">
      <PageHead title={t('title')} under={t('under')} />
      <form onSubmit={onSubmit} className={css.source}>
        {!isFromWeb && notice}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file has its twin in the button below */}
        <div
          className={isOver ? `${css.drop} ${css.over}` : css.drop}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes('Files')) return;
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <label htmlFor={box} className={field.label}>
            {t('text')}
          </label>
          <textarea
            id={box}
            className={`${field.input} ${css.box}`}
            dir="auto"
            rows={14}
            placeholder={t('placeholder')}
            value={text}
            onChange={(event) => {
              setMissing(false);
              onText(event.target.value);
            }}
            aria-invalid={isMissing || undefined}
            aria-describedby={about}
          />
          <p id={about} className={isMissing ? field.error : field.help} aria-live="polite">
            {isMissing ? t('missing') : t('orFile', { size: sizeSaid(maxBytes) })}
          </p>
        </div>
        {source.book && !reading && (
          <ChapterList
            book={source.book.contents}
            isBusy={reading !== null}
            onChoose={source.readChapter}
            onClose={source.closeBook}
          />
        )}
        {reading ? (
          !isFromWeb && progress
        ) : (
          <div className={css.acts}>
            <Button type="submit" look="primary" size="large">
              {t('preview')}
            </Button>
            <Button size="large" onPress={() => chooser.current?.click()}>
              <FileText aria-hidden />
              {t('choose')}
            </Button>
            <input
              ref={chooser}
              type="file"
              hidden
              accept={accepted.join()}
              onChange={(event) => {
                readFile(event.target.files?.[0]);
                // The same file may be chosen again, once it is mended.
                event.target.value = '';
              }}
            />
          </div>
        )}
      </form>
      {web && (
        <section className={css.web} aria-label={t('fromWeb')}>
          {isFromWeb && notice}
          {reading && isFromWeb ? progress : !reading && <WebAddress web={web} onRead={readAddress} />}
        </section>
      )}
    </Page>
  );
}

function ProgressLine({ reading, onCancel }: { reading: Reading; onCancel: () => void }) {
  const t = useTranslations('imports.screen.source');
  const act = useTranslations('ui.act');
  const { what, done, of } = reading;
  const named = { kind: what === null ? 'text' : 'file', what: what ?? '' };
  return (
    <div className={css.progress}>
      <progress aria-label={t('reading', named)} {...(done !== undefined && { value: done, max: of })} />
      <span>
        <span role="status">{t('readingNow', named)}</span>
        {done !== undefined && of !== undefined && (
          <span className={css.quiet}> {t('page', { done, of })}</span>
        )}
      </span>
      <Button onPress={onCancel}>{act('cancel')}</Button>
    </div>
  );
}
