import { ThemeIcon } from '@mantine/core';
import {
  IconBrandGoogleFilled,
  IconBrandWindowsFilled,
  IconBrandYahoo,
  IconBrandYandex,
  IconCloud,
  IconMail,
} from '@tabler/icons-react';

const MARKS = [
  { of: /^(microsoft|outlook)-/, icon: IconBrandWindowsFilled, color: 'blue' },
  { of: /^google/, icon: IconBrandGoogleFilled, color: 'red' },
  { of: /^yahoo$/, icon: IconBrandYahoo, color: 'violet' },
  { of: /^fastmail$/, icon: IconMail, color: 'indigo' },
  { of: /^yandex$/, icon: IconBrandYandex, color: 'red' },
];
const OTHER = { icon: IconCloud, color: 'enamel' };

/** The provider at a glance; its name always stands beside it. */
export function ProviderMark({ template, size = 36 }: { template: string; size?: number }) {
  const { icon: Icon, color } = MARKS.find(({ of }) => of.test(template)) ?? OTHER;
  return (
    <ThemeIcon variant="light" color={color} size={size} radius="md" aria-hidden>
      <Icon size={size * 0.55} />
    </ThemeIcon>
  );
}
