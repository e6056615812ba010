'use client';
// All groups of an assignment in one matrix, or one of them; from each number one gets to the student in their room.

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Choice } from '#components/ui/form/choice.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import type { GroupWork } from '#lib/model/review/group-work.ts';
import css from './all-groups.module.css';
import { Matrix } from './matrix.tsx';

export function AllGroups({ groups }: { groups: readonly GroupWork[] }) {
  const router = useRouter();
  const t = useTranslations('review.class.allGroups');
  const [chosen, setChosen] = useState('');
  const shown = groups.filter(({ roomId }) => chosen === '' || roomId === chosen);
  const rows = useMemo(
    () => groups.flatMap(({ roomId, rows: own }) => (chosen === '' || roomId === chosen ? (own ?? []) : [])),
    [groups, chosen],
  );
  const places = useMemo(
    () =>
      new Map(groups.flatMap((group) => (group.rows ?? []).map((row) => [row.participant, { group, row }]))),
    [groups],
  );
  const open = (participant: ParticipantId) => {
    const place = places.get(participant);
    if (place) router.push(`/rooms/${place.group.roomId}/review?student=${participant}`);
  };
  const silent = shown.filter((group) => group.rows === null);
  return (
    <>
      <div className={css.switch}>
        <Choice
          label={t('groups')}
          value={chosen}
          options={[
            { value: '', label: t('all', { count: groups.length }) },
            ...groups.map(({ roomId, title }) => ({ value: roomId, label: title })),
          ]}
          onChange={setChosen}
        />
        {chosen !== '' && <Link href={`/rooms/${chosen}/review`}>{t('alone')}</Link>}
      </div>
      <Matrix
        key={chosen}
        rows={rows}
        nameOf={(id) => places.get(id)?.row.name ?? ''}
        {...(chosen === '' && { groupOf: (id: ParticipantId) => places.get(id)?.group.title ?? '' })}
        gradeOf={(id) => places.get(id)?.row.grade ?? null}
        onOpen={open}
        onDrill={open}
      />
      {silent.map(({ roomId, title }) => (
        <p key={roomId} className={css.silent}>
          {t.rich('silent', {
            title,
            link: (words) => <Link href={`/rooms/${roomId}/review`}>{words}</Link>,
          })}
        </p>
      ))}
    </>
  );
}
