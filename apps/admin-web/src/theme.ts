import {
  Alert,
  Badge,
  Button,
  Card,
  createTheme,
  type NumberInputProps,
  type PasswordInputProps,
  type MantineColorsTuple,
  Tooltip,
} from '@mantine/core';
import { words } from './i18n/words.js';

// The blue-green of old enamel letter boxes. Shade 7 carries white text at 5.4:1.
const enamel: MantineColorsTuple = [
  '#edf7fa',
  '#dcebf0',
  '#b4d5e0',
  '#89bfd0',
  '#67acc3',
  '#509fbb',
  '#3a8ba9',
  '#1f6f8b',
  '#17617b',
  '#0a5069',
];

const SYSTEM_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

/** How the pages look; only what the browser brings along, no font or picture from elsewhere. */
export const theme = createTheme({
  primaryColor: 'enamel',
  primaryShade: { light: 7, dark: 7 },
  colors: { enamel },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: SYSTEM_FONT,
  headings: {
    fontFamily: SYSTEM_FONT,
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.1rem' } },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg', radius: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 } }),
    Button: Button.extend({ defaultProps: { loaderProps: { type: 'dots' } } }),
    Alert: Alert.extend({ defaultProps: { radius: 'md' } }),
    // Mantine keeps its eye out of reach of the keyboard. By name: the first page has no field and fetches none.
    PasswordInput: {
      defaultProps: {
        visibilityToggleButtonProps: { 'aria-label': words.showTyped, tabIndex: 0 },
      } satisfies Partial<PasswordInputProps>,
    },
    // A number out of its range stays as it was typed, and the field says what is wrong with it.
    NumberInput: { defaultProps: { clampBehavior: 'none' } satisfies Partial<NumberInputProps> },
    Tooltip: Tooltip.extend({
      defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } },
    }),
  },
});
