'use client';
// Leaving a course or squad. A link does not lead back in, so it asks first.

import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';

export function LeaveSpace({ id, name, me }: { id: string; name: string; me: string }) {
  const [isOpen, setOpen] = useState(false);
  const leave = async () => {
    const answer = await send(`/spaces/${id}/members/${me}`, anything, { method: 'DELETE' });
    if (!answer.ok) return answer.problem.message;
    window.location.assign('/library');
    return null;
  };
  return (
    <>
      <div>
        <Button onPress={() => setOpen(true)}>Leave…</Button>
      </div>
      <ConfirmDialog
        title={`Leave ${name}?`}
        act="Leave"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={leave}
      >
        <p>
          You no longer see its discussions, and no link brings you back: only someone who runs it can. What
          you said is kept.
        </p>
      </ConfirmDialog>
    </>
  );
}
