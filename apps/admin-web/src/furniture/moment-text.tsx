import { useEffect, useReducer } from 'react';
import { Text, Tooltip } from '@mantine/core';
import { distance, moment } from '../i18n/moment.js';

const EVERY_MS = 15_000;

/** The present, moving on while somebody looks: as of whenever something is drawn anew, and every 15 s. */
export function useNow(): Date {
  const [, turn] = useReducer((turns: number) => turns + 1, 0);
  useEffect(() => {
    const timer = setInterval(turn, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return new Date();
}

interface MomentTextProps {
  /** ISO 8601, or null for never. */
  readonly at: string | null | undefined;
  readonly never?: string;
  /** `both` writes the date behind the distance; otherwise it is in the tooltip. */
  readonly both?: boolean;
  /** It has been, whatever the reader's clock says: one that is behind makes it no promise. */
  readonly past?: boolean;
}

/** An instant as a distance from now, with the date at hand. */
export function MomentText({ at, never = '–', both = false, past = false }: MomentTextProps) {
  const now = useNow();
  if (!at) return <>{never}</>;
  const date = new Date(at);
  const shown = past && date > now ? now : date;
  const far = <time dateTime={at}>{distance(shown, now)}</time>;
  if (both)
    return (
      <>
        {far}{' '}
        <Text span c="dimmed" size="sm">
          ({moment(date)})
        </Text>
      </>
    );
  return (
    <Tooltip label={moment(date)}>
      <span>{far}</span>
    </Tooltip>
  );
}
