// POST: limit an assistant to sections; none lifts the limit.

import { limitAssistant } from '#lib/data/classes/groups.ts';
import { sectionsForm } from '../../../../../class-form.ts';
import { inSpace, withBody } from '../../../../../handle.ts';
import { done } from '../../../../../respond.ts';

export const POST = inSpace<{ id: string; accountId: string }>(({ request, params, access }) =>
  withBody(request, sectionsForm, async ({ sections }) => {
    const limited = await limitAssistant(access, params.accountId, sections);
    return limited.ok ? done() : limited;
  }),
);
