// How the work of this discussion is reviewed: the rubric, when notes and replies are due, how much is laid out.

import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { type AnalyticsLevel, analyticsLevels } from '#lib/model/review/analytics.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import type { Decisions } from '../use-decisions.ts';
import { localOf, momentOf } from './local-time.ts';
import { RubricEditor } from './rubric-editor.tsx';

type Props = { room: string; decisions: Decisions; rubrics: readonly Rubric[] };

const levelWords: Record<AnalyticsLevel, string> = {
  none: 'Nothing but the work itself',
  counts: 'Counts by student',
  full: 'Counts, the text’s heat, and clash',
};

export function SettingsDialog({ room, decisions, rubrics: rendered }: Props) {
  const [open, setOpen] = useState<'no' | 'settings' | 'rubric'>('no');
  const [rubrics, setRubrics] = useState(rendered);
  const close = () => setOpen('no');
  const { rubric } = decisions.settings;
  const known = rubric && !rubrics.some(({ id }) => id === rubric.id) ? [rubric, ...rubrics] : rubrics;
  const take = async (made: Rubric, instead: string | undefined) => {
    setRubrics([made, ...rubrics.filter(({ id }) => id !== instead)]);
    const problem = await decisions.changeSettings({ rubricId: made.id });
    if (!problem) showToast(`This discussion is marked by “${made.name}” now.`);
    setOpen('settings');
  };
  return (
    <>
      <Button look="quiet" onPress={() => setOpen('settings')}>
        Settings…
      </Button>
      <Dialog title="Review settings" isOpen={open === 'settings'} onClose={close}>
        <Settings decisions={decisions} rubrics={known} onEdit={() => setOpen('rubric')} onDone={close} />
      </Dialog>
      <Dialog
        title={rubric ? `Edit “${rubric.name}”` : 'A new rubric'}
        isOpen={open === 'rubric'}
        onClose={() => setOpen('settings')}
      >
        <RubricEditor room={room} rubric={rubric} onMade={take} />
      </Dialog>
    </>
  );
}

function Settings({
  decisions,
  rubrics,
  onEdit,
  onDone,
}: {
  decisions: Decisions;
  rubrics: readonly Rubric[];
  onEdit: () => void;
  onDone: () => void;
}) {
  const { rubric, analytics, due, isAssigned } = decisions.settings;
  const [rubricId, setRubricId] = useState(rubric?.id ?? '');
  const [level, setLevel] = useState(analytics);
  const [notes, setNotes] = useState(localOf(due.notes));
  const [replies, setReplies] = useState(localOf(due.replies));
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const refused = await decisions.changeSettings({
      rubricId: rubricId || null,
      analytics: level,
      ...(!isAssigned && { notesDueAt: momentOf(notes), repliesDueAt: momentOf(replies) }),
    });
    setIsBusy(false);
    setProblem(refused);
    if (!refused) onDone();
  };
  return (
    <FormStack>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Choice
        label="Rubric"
        value={rubricId}
        options={[
          { value: '', label: 'None' },
          ...rubrics.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setRubricId}
      />
      <div>
        <Button look="quiet" onPress={onEdit}>
          {rubric ? `Edit “${rubric.name}”, or make another…` : 'Make a rubric…'}
        </Button>
      </div>
      {isAssigned ? (
        <p>The assignment says when work is due, and every room of it is marked by this rubric.</p>
      ) : (
        <>
          <Field
            label="Notes due"
            type="datetime-local"
            value={notes}
            onChange={setNotes}
            isRequired={false}
            help={`In your time zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`}
          />
          <Field
            label="Replies due"
            type="datetime-local"
            value={replies}
            onChange={setReplies}
            isRequired={false}
          />
        </>
      )}
      <Choice
        label="What is laid out"
        value={level}
        options={analyticsLevels.map((value) => ({ value, label: levelWords[value] }))}
        onChange={setLevel}
      />
      <DialogActions>
        <Button onPress={onDone}>Cancel</Button>
        <Button look="primary" isPending={isBusy} onPress={save}>
          Save
        </Button>
      </DialogActions>
    </FormStack>
  );
}
