// Signs feeds for tests of real pages, as the documentation of the envelope says, with Node's crypto.
import {createHash, generateKeyPairSync, sign} from 'node:crypto';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('base64url');
const DAY = 86_400_000;

/** A new key pair: `key` is the public key, base64url; `seal(json)` returns a signed feed. */
export const signer = () => {
  const {publicKey, privateKey} = generateKeyPairSync('ed25519');
  const {x: key} = publicKey.export({format: 'jwk'});
  const kid = sha256(Buffer.from(key, 'base64url')).slice(0, 8);
  return {
    key,
    seal: (json) => {
      const feed = Buffer.from(json);
      const {serial, issued} = JSON.parse(json);
      const expires = new Date(Date.now() + 7 * DAY).toISOString().replace(/\.\d+/, '');
      const fields = `solidarity1 ${kid} ${serial} ${issued} ${expires} ${feed.length} ${sha256(feed)}`;
      const signature = sign(null, Buffer.from(`solidarity-feed-v1\n${fields}`), privateKey).toString('base64url');
      return Buffer.concat([Buffer.from(`${fields} ${signature}\n`), feed]);
    },
  };
};
