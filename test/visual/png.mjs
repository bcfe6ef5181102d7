// Pictures as files: few colours, so that the repository stays small.
import {crc32, deflateSync} from 'node:zlib';
import {PNG} from 'pngjs';

/** Reads a picture: `{width, height, data}`, four bytes a pixel. */
export const decode = (file) => PNG.sync.read(file);

/** Rounds each channel to one of sixteen values; a comparison never sees the difference. */
export const posterise = (picture) => {
  const {data} = picture;
  for (let i = 0; i < data.length; i++) data[i] = (data[i] >> 4) * 17;
  return picture;
};

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** Writes a posterised picture, with a palette if 256 colours are enough. */
export const encode = ({width, height, data}) => {
  // Sixteen values of three channels.
  const indices = new Int16Array(4096).fill(-1);
  const colours = [];
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0, at = 0; i < data.length; i += 4) {
    // Each row begins with its filter: none.
    if (i % (width * 4) === 0) at++;
    const colour = ((data[i] >> 4) << 8) | (data[i + 1] & 0xf0) | (data[i + 2] >> 4);
    if (indices[colour] < 0) {
      indices[colour] = colours.length / 3;
      colours.push(data[i], data[i + 1], data[i + 2]);
    }
    rows[at++] = indices[colour];
  }
  if (colours.length > 768) return PNG.sync.write({width, height, data}, {colorType: 2, deflateLevel: 9});
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, indices into a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** The rows of a picture from `top` on. */
export const crop = ({width, data}, {top, height}) => ({
  width,
  height,
  data: data.subarray(top * width * 4, (top + height) * width * 4),
});

/** Whether a picture has one colour only. */
export const isBlank = ({data}) => {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  return pixels.every((pixel) => pixel === pixels[0]);
};
