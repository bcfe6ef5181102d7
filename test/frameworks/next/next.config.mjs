import {fileURLToPath} from 'node:url';

// The folder that has `node_modules`.
export default {turbopack: {root: fileURLToPath(new URL('../../', import.meta.url))}};
