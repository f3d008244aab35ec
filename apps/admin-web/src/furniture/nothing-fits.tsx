import { type ComponentType } from 'react';
import { Button } from '@mantine/core';
import { words } from '../i18n/words.js';
import { useChangeAddress, withoutNarrowing } from './address.js';
import { NextStep } from './next-step.js';

interface NothingFitsProps {
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean; stroke?: number }>;
  /** There is more that was not looked at yet. */
  readonly unfinished?: boolean;
}

/** Stands where nothing of a list fits what is asked for, with the way back to all of it. */
export function NothingFits({ icon, unfinished = false }: NothingFitsProps) {
  const changeAddress = useChangeAddress();
  const { list } = words;
  return (
    <NextStep
      icon={icon}
      title={unfinished ? list.noneYetTitle : list.noneSuchTitle}
      action={
        <Button
          variant="default"
          onClick={() => changeAddress(withoutNarrowing, { preventScrollReset: true })}
        >
          {list.clear}
        </Button>
      }
    >
      {unfinished ? list.noneYetLead : list.noneSuchLead}
    </NextStep>
  );
}
