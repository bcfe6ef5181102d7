import type {FindingId} from '../../../publish/check/findings.js';

/*
 * What the desk says of the findings of `check`, in English: a title, and a sentence for those who do not write JSON. Names in
 * braces are those of the finding’s `values`.
 */

export type Titles = Readonly<Record<FindingId, string>>;
/** The others: nothing is requested at the desk, and an invalid item has its issue. */
export type Details = Readonly<Record<Exclude<FindingId, 'dead-link' | 'invalid-item'>, string>>;
/** By what a section’s `refine` says. */
export type Issues = Readonly<Record<string, string>>;

export const titles: Titles = {
  'invalid-value': 'A value is not written as it must be',
  'missing-key': 'Something is missing',
  'invalid-item': 'An entry contradicts itself',
  'future-date': 'A date is in the future',
  'misspelt-key': 'The name of a value is misspelt',
  'unknown-key': 'There is a value with a name that nobody knows',
  'unknown-zone': 'There is no such time zone',
  'impossible-day': 'There is no such day',
  'implausible-date': 'A date cannot be right',
  'later-count': 'The history has a later count than the figure',
  'noted-change': 'A number changes by more than a fifth, and only a note says why',
  'contradicting-correction': 'A correction has another number than the figure',
  'change-as-correction': 'A change is written as a correction',
  'missing-text': 'A text is missing in the feed’s language',
  'unknown-reference': 'It refers to something that is not in the feed',
  'source-without-address': 'A source has no address',
  'missing-translation': 'Translations are missing',
  'unused-language': 'A language has a tag that no widget looks for',
  'http-in-text': 'An address in a text is not safe',
  'dead-link': 'A link does not answer',
  'too-large': 'The feed is too large',
  'serial-not-raised': 'The serial number does not grow',
  'expires-soon': 'The feed expires soon',
  'feed-not-checked': 'Nobody has checked the feed for a long time',
  'changed-id': 'The feed has another id',
  'repeated-date': 'There are two counts of one day',
  'large-change': 'A number changes by more than a fifth',
  'unexplained-fall': 'A number falls, and nothing says why',
  'removed-figure': 'A figure was removed',
  'removed-count': 'A published count was removed',
  'changed-count': 'A published count was changed',
  'changed-qualifier': 'A published count has another qualifier',
  'changed-definition': 'A figure may count something else now',
  'changed-source': 'A figure is from another source',
  'old-figure': 'A figure is out of date',
  'figure-not-checked': 'Nobody has checked a figure for a long time',
  'missing-unit': 'It is not said what a figure counts',
  'repeated-count': 'A count is there twice',
  'implausible-jump': 'A number jumps',
  'subtracted-bounds': 'Numbers that are only “at least” cannot be compared',
  'ended-correction': 'A correction is no longer needed',
  'phase-without-day': 'A phase of a campaign is never shown',
  'shared-name': 'Two organisations have one name',
  'organisation-not-checked': 'Nobody has checked an organisation for a long time',
  'closed-with-link': 'A closed organisation has a link',
  'closed-way': 'Everybody who offers this has closed',
  'way-not-checked': 'Nobody has checked the page of a way for a long time',
  'listed-links': 'Links to pages that are banned in a country',
  'repeated-address': 'Two entries have one address',
  'status-unknown': 'It is not known where a person is',
  'person-not-checked': 'Nobody has checked a person for a long time',
  'open-contact': 'A time without contact has no end',
  'detained-after-release': 'A person is held again',
};

export const details: Details = {
  'invalid-value': 'The file says {value}.',
  'missing-key': '“{key}” is missing.',
  'misspelt-key': 'The file says “{key}”; “{nearest}” is probably meant. Correct it in a text editor.',
  'unknown-key': 'Widgets ignore “{key}”. If nobody needs it, remove it in a text editor.',
  'unknown-zone': 'There is no time zone “{zone}”. Write that of a city, such as Europe/Minsk.',
  'impossible-day': 'No year has the day {day}. Write month and day, such as 08-09.',
  'future-date': '{date} is still to come. Correct the date.',
  'implausible-date': 'Programs write {date} where there is no date. Write the real day.',
  'missing-text': 'Add it in this language: {language}. Pages fall back to it where a translation is missing.',
  'unknown-reference': 'The feed has no “{id}”. Choose another one, or add it.',
  'source-without-address':
    'Readers cannot look it up. Add the address of the page, if they may open it. Sources: {number}.',
  'missing-translation': 'Missing: {languages}. Texts: {number}. Until then, readers see them in another language.',
  'unused-language':
    'Nobody sees what is in “{language}”; widgets look for “{known}”. Texts: {number}. Correct it in a text editor.',
  'http-in-text': 'A connection with http:// can be read and changed by others. Write https://.',
  'too-large': 'It has {bytes} bytes; pages read at most {max}. Remove old events, old counts or texts.',
  'serial-not-raised': 'It is {serial}; the published feed has {previous}. It grows by itself when you save here.',
  'expires-soon': 'After {date}, widgets say that its figures are old. Publish it again before, with a later end.',
  'feed-not-checked': 'Last check: {checkedAt}. Check it again, then enter the day of the check.',
  'changed-id':
    'It is {id}; the published feed has {was}. Is this another campaign? Calendars and feed readers take all entries for new ones.',
  'repeated-date': 'For {date} there are {other} and {value}. Keep the one that is right.',
  'later-count':
    'The figure is of {asOf}, but its history has {value} of {date}. Enter the newest count as the new number, or correct the date.',
  'large-change': '{was} ({date}) has become {is}. Is a digit wrong? If the number is right, say why.',
  'noted-change':
    '{was} ({date}) has become {is}. Is the note about this change? If it is older, correct the number or the note.',
  'unexplained-fall': '{was} ({date}) has become {is}. If the number is right, say why.',
  'removed-figure': '“{id}” is gone, with its history. Undo this; or, if it was withdrawn, say why.',
  'removed-count':
    'The count of {date}, {was}, is gone. Published counts stay in the history: undo this, or say why it was wrong.',
  'changed-count': 'The count of {date} was {was} and is now {is}. Undo this, or say why it was wrong.',
  'changed-qualifier': 'The count of {date}: is it “at least”, “more than” or exactly? Choose what the source says.',
  'changed-definition':
    'What “{id}” counts is said in other words. If it counts something else, it needs an id of its own.',
  'changed-source': 'Does the new source of “{id}” count the same? If not, tell readers.',
  'old-figure': 'It is of {asOf}, and widgets say that it is out of date. Look for a newer count.',
  'figure-not-checked': 'Last check: {checkedAt}. Check it again, then enter the day of the check.',
  'missing-unit':
    'If it counts political prisoners, choose this as what is counted: then the sentence is right in each language.',
  'repeated-count': 'The count of {date} is in the history, too. Remove it there.',
  'implausible-jump':
    'It was {value} on {date}, far from the counts before and after. Compare it with the source: is a digit missing, or one too many?',
  'subtracted-bounds':
    'The text says {difference}, the difference of two such numbers. If somebody counted it, name the source; otherwise give both counts.',
  'contradicting-correction': 'The correction says {is}, the figure says {value}. Correct one of them.',
  'change-as-correction':
    'Readers learn that {was} was wrong, but it is in the history, for {date}. If it was right on that day, remove the correction, and write its text as what readers must know of the figure.',
  'ended-correction': 'It is of {date}; widgets no longer show it. Remove it.',
  'phase-without-day':
    'Nobody sees the phase “{id}”. Its days are counted from those of an observance; those before it are negative.',
  'shared-name': '“{id}” has the name “{name}”, too. If they are one organisation, keep one.',
  'organisation-not-checked': 'Last check: {checkedAt}. Check it again, then enter the day of the check.',
  'closed-with-link': 'A new owner of the address could take donations. Remove the address.',
  'closed-way': 'Add an organisation that is active, or remove the way.',
  'way-not-checked': 'Last check: {checkedAt}. Open the page, then enter the day of the check.',
  'listed-links': 'Readers there can be prosecuted for such a link: {links}.',
  'repeated-address':
    '{url} is also the address of another entry. If both are the same, keep one; otherwise correct one address.',
  'status-unknown': 'Last check: {checkedAt}. Is the person still held? Add what has happened since.',
  'person-not-checked': 'Last check: {checkedAt}. Check it again, then enter the day of the check.',
  'open-contact': 'Without contact since {date}, but out of custody on {end}. Add when the time without contact ended.',
  'detained-after-release': 'Detained on {date}, after the release of {release}. Is that so, or are the dates swapped?',
};

export const issues: Issues = {
  'has a date after issued': 'This date is in the future.',
  'is a bound of 0': '“At least 0” says nothing. If 0 was counted, choose “exactly”.',
  'has a time of day without a zone': 'A time of day needs a time zone.',
  'ends before it begins': 'It ends before it begins.',
  'repeats an id': 'There is another one with this id.',
  'lacks yearly or dates': 'Month and day are missing.',
  'has {figure} without a figure': 'The text has {figure}, but no figure is chosen.',
  'has an until that is no end': 'Only what is over has an end, and it does not end before it begins.',
  'has no incident': 'It is missing what has happened to the person, with date and source.',
  'has no size': 'Width and height of the picture are needed, in pixels.',
  'is placed more precisely than a town': 'At most two decimals: a precise map is a danger to persons.',
  'lies beyond a pole': 'Latitude is at most 90. Are latitude and longitude swapped?',
};
