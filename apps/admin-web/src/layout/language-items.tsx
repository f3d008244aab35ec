import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { languages, type Language } from '../i18n/language.js';
import { words } from '../i18n/words.js';
import { chooseLanguage, chosenLanguage } from './choose-language.js';

const { layout } = words;

/** The languages of the pages in a menu, each by its own name. */
export function LanguageItems() {
  const chosen = chosenLanguage();
  const mark = <IconCheck size={16} aria-label={layout.chosen} />;
  return (
    <>
      <Menu.Label>{layout.language}</Menu.Label>
      <Menu.Item rightSection={chosen === null && mark} onClick={() => chooseLanguage(null)}>
        {layout.languageAuto}
      </Menu.Item>
      {Object.entries(languages).map(([language, name]) => (
        <Menu.Item
          key={language}
          lang={language}
          rightSection={chosen === language && mark}
          onClick={() => chooseLanguage(language as Language)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
