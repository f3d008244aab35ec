import { useNow } from '../furniture/moment-text.js';
import { moment } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { type Expiry } from './next-expiries.js';
import { MARKED_DAYS, placeInTime, placeOfDay } from './place-in-time.js';

const { expiries } = words.overview;

const SOON_DAYS = 30;
const at = (percent: number) => ({ left: `${percent}%` });

/** What ends within a year, on a line. Only to look at: the list below it says the same. */
export function ExpiryLine({ next }: { next: readonly Expiry[] }) {
  const now = useNow();
  return (
    <div className="expiry-line" aria-hidden>
      {MARKED_DAYS.map((days, index) => (
        <span key={days} className="expiry-mark" style={at(placeOfDay(days))}>
          {expiries.marks[index]}
        </span>
      ))}
      {next.map((expiry) => {
        const place = placeInTime(new Date(expiry.at), now);
        return (
          <span
            key={`${expiry.kind} ${expiry.to} ${expiry.at}`}
            className="expiry-dot"
            data-look={place === 0 ? 'bad' : place < placeOfDay(SOON_DAYS) ? 'waiting' : 'main'}
            title={`${expiry.name}: ${expiries.kinds[expiry.kind]}, ${moment(new Date(expiry.at))}`}
            style={at(place)}
          />
        );
      })}
    </div>
  );
}
