import { append } from './append.js';
import { authenticate, login } from './authenticate.js';
import { type Command } from './command.js';
import { copy, move } from './copy.js';
import { expunge } from './expunge.js';
import { fetchMessages } from './fetch.js';
import {
  close,
  create,
  deleteFolder,
  list,
  lsub,
  namespace,
  select,
  status,
  subscribe,
  unselect,
} from './folders.js';
import { idle } from './idle.js';
import { capability, enable, id, logout, noop, startTls } from './session-commands.js';
import { search } from './search.js';
import { store } from './store.js';

/** Every command by its name; those with a UID form are there twice. */
export const commands: Readonly<Record<string, Command>> = {
  CAPABILITY: { needs: 'nothing', run: capability },
  ID: { needs: 'nothing', run: id },
  NOOP: { needs: 'nothing', run: noop },
  LOGOUT: { needs: 'nothing', run: logout },
  ENABLE: { needs: 'login', run: enable },
  STARTTLS: { needs: 'nothing', run: startTls },
  LOGIN: { needs: 'nothing', run: login },
  AUTHENTICATE: { needs: 'nothing', run: authenticate },
  LIST: { needs: 'login', run: list },
  LSUB: { needs: 'login', run: lsub },
  NAMESPACE: { needs: 'login', run: namespace },
  CREATE: { needs: 'login', run: create },
  DELETE: { needs: 'login', run: deleteFolder },
  SUBSCRIBE: { needs: 'login', run: subscribe },
  UNSUBSCRIBE: { needs: 'login', run: subscribe },
  STATUS: { needs: 'login', run: status },
  SELECT: { needs: 'login', run: (session, given) => select(session, given, false) },
  EXAMINE: { needs: 'login', run: (session, given) => select(session, given, true) },
  APPEND: { needs: 'login', run: append },
  IDLE: { needs: 'login', run: idle },
  CHECK: { needs: 'folder', run: noop },
  CLOSE: { needs: 'folder', run: close },
  UNSELECT: { needs: 'folder', run: unselect },
  FETCH: {
    needs: 'folder',
    allowsExpunge: false,
    run: (session, given) => fetchMessages(session, given, false),
  },
  'UID FETCH': { needs: 'folder', run: (session, given) => fetchMessages(session, given, true) },
  STORE: { needs: 'folder', allowsExpunge: false, run: (session, given) => store(session, given, false) },
  'UID STORE': { needs: 'folder', run: (session, given) => store(session, given, true) },
  SEARCH: { needs: 'folder', allowsExpunge: false, run: (session, given) => search(session, given, false) },
  'UID SEARCH': { needs: 'folder', run: (session, given) => search(session, given, true) },
  COPY: { needs: 'folder', run: (session, given) => copy(session, given, false) },
  'UID COPY': { needs: 'folder', run: (session, given) => copy(session, given, true) },
  MOVE: { needs: 'folder', run: (session, given) => move(session, given, false) },
  'UID MOVE': { needs: 'folder', run: (session, given) => move(session, given, true) },
  EXPUNGE: { needs: 'folder', run: (session) => expunge(session) },
  'UID EXPUNGE': { needs: 'folder', run: expunge },
};
