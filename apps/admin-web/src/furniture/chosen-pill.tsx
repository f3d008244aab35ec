import { Pill } from '@mantine/core';
import { words } from '../i18n/words.js';

interface ChosenPillProps {
  readonly value?: string;
  readonly onRemove?: () => void;
  readonly disabled?: boolean;
}

/** Something that was typed or chosen among others; the keyboard comes to the button that takes it away again. */
export function ChosenPill({ value = '', onRemove, disabled = false }: ChosenPillProps) {
  const remove = { tabIndex: 0, 'aria-hidden': false, 'aria-label': words.removeChosen(value) };
  return (
    <Pill withRemoveButton={!disabled} {...(onRemove ? { onRemove } : {})} removeButtonProps={remove}>
      {value}
    </Pill>
  );
}
