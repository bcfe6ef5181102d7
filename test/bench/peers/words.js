// What every counter of the bench says, put in by bundle.mjs from the feed: the same job for all.
/* global FIGURE */
export const value = FIGURE.value;
export const least = FIGURE.least;
export const unit = FIGURE.unit;
export const day = FIGURE.day;
export const date = FIGURE.date;
export const source = FIGURE.source;
export const url = FIGURE.url;

/** A grouped integer without Intl, whose first use alone costs more than a small widget. */
export const group = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
