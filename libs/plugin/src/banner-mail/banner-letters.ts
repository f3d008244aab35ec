import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Settings, StoredSettings, type LetterLanguage } from '@mailroom/kernel';
import { type Banner } from '@mailroom/notifications';
import { pageFolders } from '../pages/page-files.js';

/** What a letter about banners says. */
export interface BannerLetter {
  readonly subject: string;
  readonly text: string;
}

/** The module that is built from the sentences of the pages. */
interface Sentences {
  readonly letterOf: (banners: readonly Banner[], mount: string, language: LetterLanguage) => BannerLetter;
  readonly ownerLetterOf: (banner: Banner, mount: string, language: LetterLanguage) => BannerLetter;
}

/** Puts banners into the words of the pages, which are there once they are built, in the language of the setting `language`. */
@Injectable()
export class BannerLetters {
  #sentences: Promise<Sentences> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly stored: StoredSettings,
  ) {}

  /** To admins. Rejects while the pages are not built. */
  async write(banners: readonly Banner[]): Promise<BannerLetter> {
    const { letterOf } = await this.sentences();
    return letterOf(banners, `${this.settings.at('')}/`, await this.stored.letterLanguage());
  }

  /** To the one whom this banner calls on. Rejects while the pages are not built. */
  async writeToOwner(banner: Banner): Promise<BannerLetter> {
    const { ownerLetterOf } = await this.sentences();
    return ownerLetterOf(banner, `${this.settings.at('')}/`, await this.stored.letterLanguage());
  }

  private sentences(): Promise<Sentences> {
    this.#sentences ??= load();
    return this.#sentences;
  }
}

async function load(): Promise<Sentences> {
  const file = pageFolders
    .map((folder) => join(folder, 'banner-letter.mjs'))
    .find((path) => existsSync(path));
  if (!file) throw new Error('The admin pages are not built, so there are no words for a letter.');
  return (await import(pathToFileURL(file).href)) as Sentences;
}
