import { ThemeIcon } from '@mantine/core';
import { IconBrandGoogleFilled, IconBrandWindowsFilled, IconCloud } from '@tabler/icons-react';

const MARKS: Readonly<Record<string, { icon: typeof IconCloud; color: string }>> = {
  'microsoft-365': { icon: IconBrandWindowsFilled, color: 'blue' },
  google: { icon: IconBrandGoogleFilled, color: 'red' },
};

/** The provider at a glance; its name always stands beside it. */
export function ProviderMark({ template, size = 36 }: { template: string; size?: number }) {
  const { icon: Icon, color } = MARKS[template] ?? { icon: IconCloud, color: 'enamel' };
  return (
    <ThemeIcon variant="light" color={color} size={size} radius="md" aria-hidden>
      <Icon size={size * 0.55} />
    </ThemeIcon>
  );
}
