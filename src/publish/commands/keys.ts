import type {Command} from 'commander';
import {access} from 'node:fs/promises';
import {fromBase64url, kidOf, openEnvelope} from '../../feed/envelope.js';
import {FeedError} from '../../feed/feed-error.js';
import {parseFeed} from '../../feed/parse-feed.js';
import {readBytes, readText, Stop, writeWhole} from '../io.js';
import {makeKey, readKey, revocationLine, seal} from '../keys.js';
import {report} from '../report.js';

const DAY = 86_400_000;

/** An instant in UTC, to the second. */
const instant = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

const bytesOf = async (path: string) => new Uint8Array(await readBytes(path));

/** A public key as it is given: itself, or a file that holds it. */
const publicKey = async (given: string): Promise<string> => {
  const key = (/^[\w-]{43}$/.test(given) ? given : await readText(given)).trim();
  if (!/^[\w-]{43}$/.test(key) || fromBase64url(key).length !== 32)
    throw new Stop(`${given} is not a public key.`, 'Give its 43 characters, or the .pub file that keygen wrote.');
  return key;
};

const publicKeys = (given: readonly string[]) => Promise.all(given.flatMap((keys) => keys.split(' ')).map(publicKey));

/** What each fault of an envelope means to the one who publishes it. */
const MEND: Readonly<Record<string, string>> = {
  'no envelope': 'It is not what `solidarity-feed sign` wrote, or it was cut or changed on the way.',
  'wrong signature': 'It was changed after it was signed: do not publish it, and find out who changed it.',
  'wrong digest': 'The feed was changed after it was signed: sign it again, if the change is yours.',
  'wrong length': 'The file was cut, or something was added: upload it again as a binary file.',
  malleable: 'The signature was tampered with.',
};

/** Opens a signed file with the eyes of a page that pins these keys. */
const open = async (path: string, keys: readonly string[]) => {
  try {
    return await openEnvelope(await bytesOf(path), keys);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const {message} = error;
    throw new Stop(`${path} is refused: ${message}.`, MEND[message] ?? 'Sign it with a key that the pages pin.');
  }
};

/** The feed's serial, if it is a feed without a fault. */
const serialOf = (path: string, bytes: Uint8Array): number => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    throw new Stop(`${path} is not JSON in UTF-8.`, `Run: solidarity-feed check ${path}`);
  }
  const {feed, problems} = parseFeed(json);
  if (!feed || problems.length)
    throw new Stop(`${path} has a fault: ${problems[0]}.`, `Mend it first: solidarity-feed check ${path}`);
  return feed.serial;
};

/** An older or other feed must not take the place of the one that is already signed: pages would refuse it. */
const refuseOlder = async (path: string, serial: number, feed: Buffer) => {
  const there = await access(path).then(
    () => readBytes(path),
    () => undefined,
  );
  if (!there) return;
  const [, was, bytes] = /^solidarity1 \S{8} (\d+) \S+ \S+ (\d+) /m.exec(there.toString('latin1')) ?? [];
  if (!was) throw new Stop(`${path} is there, and is not a signed feed.`, 'Choose another name for --out.');
  if (Number(was) > serial)
    throw new Stop(
      `The signed feed in ${path} has serial ${was}, yours has ${serial}.`,
      'Readers’ pages refuse an older feed. Raise "serial" above it.',
    );
  if (Number(was) === serial && !feed.equals(there.subarray(-Number(bytes))))
    throw new Stop(
      `${path} holds another feed with the same serial ${serial}.`,
      'Raise "serial" with each change, so that nobody can pass off one for the other.',
    );
};

export const keygen = (program: Command) =>
  program
    .command('keygen')
    .summary('Makes a key to sign feeds with')
    .description(
      'Makes a key to sign feeds with. The private part goes into FILE, for your eyes only; the public part is printed,\n' +
        'written to FILE.pub, and may be known to all.\n\n' +
        'Make three: one for daily use, the next one, and one that you keep offline for emergencies.\n' +
        'Example: solidarity-feed keygen --out daily.key',
    )
    .requiredOption('--out <file>', 'where to write the private key; an existing file is never replaced')
    .action(async ({out: path}: {out: string}, command: Command) => {
      const {pem, open: key, kid} = await makeKey();
      await writeWhole(path, pem, {mode: 0o600, exclusive: true});
      await writeWhole(`${path}.pub`, `${key}\n`);
      report(command.optsWithGlobals().json).result({key, kid, private: path, public: `${path}.pub`}, [
        `Public key: ${key}`,
        `Its id:     ${kid}`,
        `The private key is in ${path}. Keep a copy in a safe place; never send it, never put it on the web server.`,
        `Pages pin it so: <script async src="…/solidarity.js" data-key="${key} …next… …offline…"></script>`,
      ]);
    });

export const sign = (program: Command) =>
  program
    .command('sign <feed>')
    .summary('Signs a feed, so that pages which pin your key take it from nobody else')
    .description(
      'Signs a feed, so that pages which pin your key take it from nobody else. A feed with a fault is not signed.\n\n' +
        'Sign again before it expires, best daily: after that pages call its figures old.\n' +
        'Example: solidarity-feed sign feed.json --key daily.key --out feed.signed',
    )
    .requiredOption('--key <file>', 'your private key, made by keygen')
    .requiredOption('--out <file>', 'where to write the signed feed; the one before is replaced only by a newer one')
    .option('--days <number>', 'for how many days it is to be believed, 1 to 90', '7')
    .option('--revocations <file>', 'what `revoke` wrote: keys that are no longer to be trusted')
    .action(
      async (
        feed: string,
        {key: keyFile, out: path, days, revocations}: Record<'key' | 'out' | 'days', string> & {revocations?: string},
        command: Command,
      ) => {
        if (!/^([1-9]|[1-8]\d|90)$/.test(days)) throw new Stop('--days is a number from 1 to 90.', '', 'usage');
        const bytes = Buffer.from(await readBytes(feed));
        const serial = serialOf(feed, bytes);
        await refuseOlder(path, serial, bytes);
        const key = await readKey(keyFile);
        const now = Date.now();
        const about = {serial, issued: instant(now), expires: instant(now + Number(days) * DAY)};
        const lines = revocations ? await readText(revocations) : '';
        if (lines.includes(`solidarity1-revoked ${key.kid} `))
          throw new Stop(`${keyFile} is revoked in ${revocations}.`, 'Sign with the next key.');
        const sealed = await seal(new Uint8Array(bytes), key, about, lines);
        await writeWhole(path, sealed);
        report(command.optsWithGlobals().json).result({file: path, kid: key.kid, ...about}, [
          `${path}: serial ${serial}, signed by ${key.kid}, to be believed until ${about.expires}.`,
        ]);
      },
    );

export const verify = (program: Command) =>
  program
    .command('verify <file>')
    .summary('Says whether a page that pins your keys would take a signed feed')
    .description(
      'Looks at a signed feed with the eyes of a page that pins your keys, and says whether it would be taken.\n\n' +
        'Example: solidarity-feed verify feed.signed --key daily.key.pub',
    )
    .requiredOption(
      '--key <keys...>',
      'public keys, or their .pub files, in the order of data-key, the offline one last',
    )
    .option('--out <file>', 'writes the feed that is inside')
    .action(async (file: string, {key, out: path}: {key: string[]; out?: string}, command: Command) => {
      const {feed, ...about} = await open(file, await publicKeys(key));
      const inside = serialOf(file, feed);
      if (inside !== about.serial)
        throw new Stop(`${file} says serial ${about.serial}, the feed inside ${inside}.`, 'Sign the feed again.');
      const expired = Date.parse(about.expires) < Date.now();
      if (path) await writeWhole(path, feed);
      report(command.optsWithGlobals().json).result({...about, bytes: feed.length, expired}, [
        `${file} is good: serial ${about.serial}, signed by ${about.kid} on ${about.issued}.`,
        expired
          ? `It expired on ${about.expires}: pages call its figures old. Sign it again.`
          : `It is to be believed until ${about.expires}.`,
      ]);
    });

export const revoke = (program: Command) =>
  program
    .command('revoke <key>')
    .summary('Takes a key out of use that was lost or stolen')
    .description(
      'Takes a key out of use that was lost or stolen. Do it where your offline key is; only the line that it writes\n' +
        'goes to the web, with every feed that you sign from then on (sign --revocations FILE).\n\n' +
        'Example: solidarity-feed revoke daily.key.pub --key offline.key --out revocations.txt',
    )
    .requiredOption('--key <file>', 'the private key that revokes; it stands after the other one in data-key')
    .requiredOption('--out <file>', 'the file of revocations; a line is added')
    .action(async (given: string, {key: keyFile, out: path}: {key: string; out: string}, command: Command) => {
      const by = await readKey(keyFile);
      const key = await publicKey(given);
      const kid = await kidOf(key);
      if (kid === by.kid) throw new Stop('A key cannot revoke itself.', 'Use the next key, or the offline one.');
      const before = await access(path).then(
        () => readText(path),
        () => '',
      );
      await writeWhole(path, before + revocationLine(kid, by, instant(Date.now())));
      report(command.optsWithGlobals().json).result({revoked: kid, by: by.kid, file: path}, [
        `${kid} is revoked by ${by.kid}.`,
        `Now sign the feed with the next key: solidarity-feed sign feed.json --key next.key --revocations ${path} --out feed.signed`,
      ]);
    });
