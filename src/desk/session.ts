import {parseFeed, type Feed} from '../feed/parse-feed.js';
import {parse} from '../feed/schema.js';
import {fullHead} from '../feed/sections/head.js';
import {checkFeed} from '../publish/check/check.js';
import {placeFindings, type PlacedFinding} from '../publish/check/findings.js';
import {invalidValues} from '../publish/check/values.js';
import type {FeedJson} from '../publish/feed-file.js';
import {parseFeedText} from '../publish/feed-text.js';
import {isEqual} from '../publish/is-equal.js';
import {editJson, parseJson, placeOf, type JsonFile} from '../publish/json.js';
import {nextRevision} from '../publish/revision.js';
import {decodeUtf8, UserError} from '../publish/user-error.js';

/* A feed that is being edited: the file, every state since it was opened, and what would be saved. */

/** Bytes of a file that is opened: ten times what widgets accept. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** The feed after a change. */
export interface State {
  readonly json: FeedJson;
  /** What was changed, for the history; empty for the feed as it was opened. */
  readonly what: string;
}

export interface Session {
  /** The file as it was opened, or saved last. */
  readonly file: JsonFile;
  /** The feed that readers have, as far as the desk knows: the one that was opened. */
  readonly published?: Feed;
  readonly states: readonly State[];
  /** Every feed since it was opened, also what was undone: it may have been saved, and its ids be named by pages. */
  readonly seen: readonly FeedJson[];
  /** The index of the present state. */
  readonly at: number;
  /** Whether it is in no file yet. */
  readonly isNew?: boolean;
}

/** Reads the bytes of a file. Throws a UserError that says where a mistake is. */
export const readBytes = (name: string, bytes: Uint8Array): JsonFile => {
  if (bytes.length > MAX_BYTES)
    throw new UserError(
      `${name} is too large: a feed has at most ${MAX_BYTES / 1024 / 1024} MB.`,
      'Is it the right file?',
    );
  return parseFeedText(name, decodeUtf8(name, bytes));
};

/** Begins a session. Throws a UserError for JSON that has no valid head: nothing could be shown, or saved, of it. */
export const openSession = (file: JsonFile): Session => {
  const {feed} = parseFeed(file.json);
  if (!feed) {
    const [{pointer, message, fix}] = invalidValues(file.json, fullHead) as [PlacedFinding];
    const {line, column} = placeOf(file, pointer);
    throw new UserError(`${file.path} is not a feed: line ${line}, column ${column}: ${message}`, fix);
  }
  parse(fullHead, file.json);
  const json = file.json as FeedJson;
  return {file, published: feed, states: [{json, what: ''}], seen: [json], at: 0};
};

export const feedOf = ({states, at}: Session): FeedJson => states[at]!.json;

/** A session after a change; what was undone before it is gone. A change that changes nothing is none. */
export const withChange = (session: Session, json: FeedJson, what: string): Session => {
  if (isEqual(json, feedOf(session))) return session;
  const states = [...session.states.slice(0, session.at + 1), {json, what}];
  return {...session, states, seen: [...session.seen, json], at: states.length - 1};
};

export const canUndo = ({at}: Session) => at > 0;
export const canRedo = ({at, states}: Session) => at < states.length - 1;

/** A session at another of its states. */
export const goTo = (session: Session, at: number): Session =>
  at >= 0 && at < session.states.length ? {...session, at} : session;

/** A session whose state is in `file`, as it was saved. */
export const withSaved = (session: Session, file: JsonFile): Session => ({...session, file});

/** What an editor changes: serial and issue are the tool's. */
const contentOf = ({serial: _, issued: __, ...content}: FeedJson) => content;

/** Whether there is something to save. */
export const isChanged = (session: Session): boolean =>
  !isEqual(contentOf(feedOf(session)), contentOf(session.file.json as FeedJson));

/** The feed as it would be saved at `now`, an instant in UTC: with the next serial, if it was changed. */
export const draftOf = (session: Session, now: string, json = feedOf(session)): FeedJson => {
  const saved = session.file.json as FeedJson;
  return isEqual(contentOf(json), contentOf(saved)) ? saved : nextRevision({...json, serial: saved.serial}, now);
};

/** The file as it would be saved: what did not change keeps its bytes. */
export const fileOf = ({file}: Session, draft: FeedJson): JsonFile =>
  draft === file.json ? file : parseJson(file.path, editJson(file, draft));

/** What `check` finds in a file, compared with the feed that was opened. */
export const findingsIn = (file: JsonFile, today: string, published?: Feed): PlacedFinding[] =>
  placeFindings(checkFeed(file.json, today, published), file);
