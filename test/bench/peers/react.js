// A root for each place: a partner's page has no app that all counters could be a part of.
import {createElement as h, useEffect, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {date, day, group, least, source, unit, url, value} from './words.js';

const Counter = ({place}) => {
  const [number, setNumber] = useState(value);
  useEffect(() => {
    place.show = setNumber;
  }, [place]);
  return [
    h('p', {key: 1}, least, ' ', h('b', null, group(number)), ' ', unit),
    h('p', {key: 2}, 'As of ', h('time', {dateTime: day}, date), '. Source: ', h('a', {href: url}, source)),
  ];
};

export const mount = (where) => {
  for (const place of where.querySelectorAll('.react-counter')) createRoot(place).render(h(Counter, {place}));
};
mount(document);
