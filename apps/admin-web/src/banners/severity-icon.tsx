import { IconAlertOctagonFilled, IconAlertTriangleFilled } from '@tabler/icons-react';
import { type Banner } from '../api/shapes.js';
import { words } from '../i18n/words.js';

/** How bad it is, in a form that does not need colours. */
export function SeverityIcon({ severity }: { severity: Banner['severity'] }) {
  const Icon = severity === 'critical' ? IconAlertOctagonFilled : IconAlertTriangleFilled;
  return <Icon size={20} aria-label={words.banners.severity[severity]} className="banner-icon" />;
}
