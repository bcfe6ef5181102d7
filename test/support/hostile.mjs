/** A text with markup and code, and the same as plain text. */
export const HOSTILE = `</title><script>alert(1)</script>" onload='x' & \u0000\u0007\u001b[31m\u202e0411\u2066 \ud800 \ufffe]]> &#60;`;
export const HARMLESS = `</title><script>alert(1)</script>" onload='x' & [31m0411 \ufffd ]]> &#60;`;
