import {expect} from '@open-wc/testing';
import {executeServerCommand, sendKeys, sendMouse} from '@web/test-runner-commands';

describe('the engine', () => {
  it('runs far from Minsk, and still knows what day it is there', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('America/New_York');
    const inMinsk = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/Minsk', dateStyle: 'short', timeStyle: 'short'});
    const midnight = new Date('2026-08-08T21:00:00Z');
    expect(inMinsk.format(midnight)).to.equal('09/08/2026, 00:00');
    expect(midnight.getDate()).to.equal(8);
  });

  it('knows the plurals of Belarusian, even where it knows nothing else of it', () => {
    const {select} = new Intl.PluralRules('be');
    expect([0, 1, 2, 5, 11, 21, 22, 25].map((n) => new Intl.PluralRules('be').select(n))).to.deep.equal(
      ['many', 'one', 'few', 'many', 'many', 'one', 'few', 'many'],
    );
  });
});
