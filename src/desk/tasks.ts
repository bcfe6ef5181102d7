import type {Widget} from './desk-preview.js';
import {LISTS} from './item-lists.js';

/** What the desk is used for: a section, the head, numbers from a list, a signature. */
export const TASKS = [...LISTS, 'import', 'sign'] as const;
export type Task = (typeof TASKS)[number];

/** The widget that shows what a task changes. Photos would be requested from their hosts. */
export const WIDGET_OF: Readonly<Record<Task, Widget>> = {
  figures: 'counter',
  events: 'events',
  people: 'people',
  ways: 'ways',
  organisations: 'ways',
  towns: 'map',
  photos: 'map',
  observances: 'countdown',
  campaigns: 'banner',
  amplify: 'amplify',
  corrections: 'counter',
  head: 'counter',
  import: 'counter',
  sign: 'counter',
};
