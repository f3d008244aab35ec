import { Button } from '@mantine/core';
import { IconMoodConfuzed, IconMapOff } from '@tabler/icons-react';
import { Link, useRouteError } from 'react-router';
import { asProblem } from '../api/problem.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { ProblemCode } from '../furniture/problem-code.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';

/** An address without a page. */
export function MissingPage() {
  return (
    <Page title={words.lost.missing}>
      <NextStep
        icon={IconMapOff}
        title={words.lost.missingTitle}
        action={
          <Button component={Link} to="/">
            {words.lost.toOverview}
          </Button>
        }
      >
        {words.lost.missingLead}
      </NextStep>
    </Page>
  );
}

/** What a page leaves behind that threw while it was drawn. */
export function BrokenPage() {
  const problem = asProblem(useRouteError());
  const { says, cure } = tell(problem);
  return (
    <Page title={words.lost.broken}>
      <NextStep
        icon={IconMoodConfuzed}
        title={says}
        action={<Button onClick={() => window.location.reload()}>{words.reload}</Button>}
      >
        {cure}
        <br />
        <ProblemCode code={problem.code} />
      </NextStep>
    </Page>
  );
}
