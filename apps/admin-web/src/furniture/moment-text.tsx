import { useEffect, useState } from 'react';
import { Text, Tooltip } from '@mantine/core';
import { distance, moment } from '../i18n/moment.js';

const EVERY_MS = 15_000;

/** The present, moving on while somebody looks. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

interface MomentTextProps {
  /** ISO 8601, or null for never. */
  readonly at: string | null | undefined;
  readonly never?: string;
  /** `both` writes the date behind the distance; otherwise it is in the tooltip. */
  readonly both?: boolean;
}

/** An instant as a distance from now, with the date at hand. */
export function MomentText({ at, never = '–', both = false }: MomentTextProps) {
  const now = useNow();
  if (!at) return <>{never}</>;
  const date = new Date(at);
  const far = <time dateTime={at}>{distance(date, now)}</time>;
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
