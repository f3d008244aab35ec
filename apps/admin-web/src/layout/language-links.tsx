import { Button, Group } from '@mantine/core';
import { language, languages, type Language } from '../i18n/language.js';
import { words } from '../i18n/words.js';
import { chooseLanguage } from './choose-language.js';

/** The languages of the pages side by side, for a page without a menu. */
export function LanguageLinks() {
  return (
    <Group component="nav" gap={4} justify="center" aria-label={words.layout.language}>
      {Object.entries(languages).map(([each, name]) => (
        <Button
          key={each}
          variant="subtle"
          size="compact-sm"
          lang={each}
          aria-current={each === language}
          onClick={() => chooseLanguage(each as Language)}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
