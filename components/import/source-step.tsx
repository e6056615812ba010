'use client';
// Where the text comes from: pasted, dropped, chosen, or fetched from the web. Reading it shows progress and can be cancelled (U57).

import { FileText } from 'lucide-react';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
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
    <Notice tone="problem" title="This could not be read">
      {problem}
    </Notice>
  );
  const progress = reading && <ProgressLine reading={reading} onCancel={source.cancel} />;

  const readFile = (file: File | undefined) => {
    if (!file) return;
    setFromWeb(false);
    if (file.size > maxBytes) {
      source.refuse(
        `“${file.name}” is larger than ${sizeSaid(maxBytes)}. Choose a smaller file, or paste the part you need.`,
      );
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
      <PageHead
        title="Bring in a text"
        under="Next you see how it will read, and can correct its title and names."
      />
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
            Text
          </label>
          <textarea
            id={box}
            className={`${field.input} ${css.box}`}
            dir="auto"
            rows={14}
            placeholder="Paste the op-ed here, title first, or drop a file"
            value={text}
            onChange={(event) => {
              setMissing(false);
              onText(event.target.value);
            }}
            aria-invalid={isMissing || undefined}
            aria-describedby={about}
          />
          <p id={about} className={isMissing ? field.error : field.help} aria-live="polite">
            {isMissing
              ? 'There is no text yet. Paste one, or choose a file.'
              : `Or a file: PDF, Word (.docx), e-book (.epub), web page, Markdown or plain text, at most ${sizeSaid(maxBytes)}.`}
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
              See how it reads
            </Button>
            <Button size="large" onPress={() => chooser.current?.click()}>
              <FileText aria-hidden />
              Choose a file
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
        <section className={css.web} aria-label="From the web">
          {isFromWeb && notice}
          {reading && isFromWeb ? progress : !reading && <WebAddress web={web} onRead={readAddress} />}
        </section>
      )}
    </Page>
  );
}

function ProgressLine({ reading, onCancel }: { reading: Reading; onCancel: () => void }) {
  const { what, done, of } = reading;
  return (
    <div className={css.progress}>
      <progress aria-label={`Reading ${what}`} {...(done !== undefined && { value: done, max: of })} />
      <span>
        <span role="status">Reading {what}…</span>
        {of !== undefined && (
          <span className={css.quiet}>
            {' '}
            page {done} of {of}
          </span>
        )}
      </span>
      <Button onPress={onCancel}>Cancel</Button>
    </div>
  );
}
