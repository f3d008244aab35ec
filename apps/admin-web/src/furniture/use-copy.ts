import { useEffect, useRef, useState } from 'react';
import { words } from '../i18n/words.js';
import { notifyTrouble } from './notify.js';

/** Long enough to be read by everybody. */
const COPIED_MS = 4_000;
/** Some browsers leave the question unanswered when they are busy, or while they ask their person. */
const PATIENCE_MS = 1_000;

/**
 * Takes a text to the clipboard: `copied` says so for some seconds. Where the browser lets nothing there, the page says that
 * the text has to be taken by hand.
 */
export function useCopy(text: string): { readonly copied: boolean; readonly copy: () => void } {
  const [copied, setCopied] = useState(false);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const copy = async () => {
    if (!(await toClipboard(text))) return notifyTrouble(words.notCopied);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCopied(false), COPIED_MS);
    setCopied(true);
  };
  return { copied, copy: () => void copy() };
}

/** The way of today first; pages of plain HTTP do not have it, and a policy may keep it from them. Then the old one. */
async function toClipboard(text: string): Promise<boolean> {
  return (await asAsked(text)) || asSelected(text);
}

async function asAsked(text: string): Promise<boolean> {
  const late = new Promise<false>((answer) => setTimeout(() => answer(false), PATIENCE_MS));
  try {
    const written = navigator.clipboard.writeText(text).then(() => true);
    // An answer that comes too late is no failure of anybody's.
    written.catch(() => undefined);
    return await Promise.race([written, late]);
  } catch {
    return false;
  }
}

/** Copies as somebody would who selects the text; within the dialog that holds the focus, and gives it back. */
function asSelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'to-copy-from';
  (focused?.parentElement ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
