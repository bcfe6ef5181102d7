import type {Status} from '../feed/sections/organisations.js';
import type {Audience, Category} from '../feed/sections/ways.js';
import {msg} from '../i18n/localize.js';

/* What the feed's own words for categories, audiences and states are called. */

export const categoryNames = (): Readonly<Record<Category, string>> => ({
  prisoners: msg('Political prisoners', {id: 'ways.prisoners'}),
  write: msg('Letters', {id: 'ways.write'}),
  released: msg('After release', {id: 'ways.released'}),
  humanitarian: msg('Humanitarian aid', {id: 'ways.humanitarian'}),
  journalists: msg('Persecuted journalists', {id: 'ways.press'}),
  speak: msg('Speak up', {id: 'ways.speak'}),
  act: msg('Take part', {id: 'ways.act'}),
  show: msg('Signs of solidarity', {id: 'ways.show'}),
  learn: msg('Learn more', {id: 'ways.learn'}),
  military: msg('Military volunteers', {id: 'ways.military'}),
});

export const audienceNames = (): Readonly<Record<Audience, string>> => ({
  everyone: msg('Everyone', {id: 'ways.everyone'}),
  parliamentarians: msg('Parliamentarians', {id: 'ways.parliamentarians'}),
  journalists: msg('Journalists', {id: 'ways.journalists'}),
  municipalities: msg('Municipalities', {id: 'ways.municipalities'}),
});

export const statusNames = (): Readonly<Record<Status, string>> => ({
  active: msg('active', {id: 'ways.active', desc: 'An organisation that works'}),
  paused: msg('paused', {id: 'ways.paused', desc: 'An organisation that does not work for now'}),
  closed: msg('closed', {id: 'ways.closed', desc: 'An organisation that is no more, or a way to help that is over'}),
  unknown: msg('status not known', {id: 'ways.unknown', desc: 'Whether the organisation works'}),
});
