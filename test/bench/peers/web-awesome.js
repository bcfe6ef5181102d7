// Picked one by one, as its documentation advises; without its style sheet.
import '@awesome.me/webawesome/dist/components/card/card.js';
import '@awesome.me/webawesome/dist/components/format-number/format-number.js';
