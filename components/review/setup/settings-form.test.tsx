// Who may not set a rubric for others is offered nothing that would be refused.

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordsProvider } from '#components/ui/words.tsx';
import { nothingDue } from '#lib/model/review/timing.ts';
import { messagesOf } from '#lib/words/catalogue.ts';
import { completeRubric } from '#lib/words/rubrics-in-english.ts';
import { SettingsForm } from './settings-form.tsx';

const unused = () => expect.fail('nothing is pressed here');
const rubric = { id: 'r', ...completeRubric, name: 'Done' };

function shown(mayAssign: boolean, isAssigned: boolean) {
  const settings = { rubric, analytics: 'full', due: nothingDue, isAssigned } as const;
  const decisions = {
    settings,
    ...{ comments: [], accepted: [], overrides: [], released: [] },
    ...{ changeSettings: unused, accept: unused, override: unused, release: unused },
    ...{ keepComment: unused, dropComment: unused },
  };
  const html = renderToStaticMarkup(
    <WordsProvider locale="en" messages={messagesOf('en', ['ui', 'review'])}>
      <SettingsForm
        decisions={decisions}
        rubrics={[rubric]}
        mayAssign={mayAssign}
        begun={null}
        onEdit={unused}
        onDone={unused}
      />
    </WordsProvider>,
  );
  return {
    isChosen: !/<select[^>]*disabled/.test(html),
    isEdited: html.includes('Edit “Done”'),
    isMade: html.includes('Make a rubric…'),
  };
}

test.each([
  [
    'an assignment’s, by who may set it for all',
    true,
    true,
    { isChosen: true, isEdited: true, isMade: false },
  ],
  ['an assignment’s, by anyone else', false, true, { isChosen: false, isEdited: false, isMade: false }],
  ['one room’s, by who may set it for all', true, false, { isChosen: true, isEdited: true, isMade: false }],
  ['one room’s, by anyone else', false, false, { isChosen: true, isEdited: false, isMade: true }],
])('the rubric is offered as it may be changed: %s', (_, mayAssign, isAssigned, offered) => {
  expect(shown(mayAssign, isAssigned)).toEqual(offered);
});
