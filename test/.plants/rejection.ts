import {expect} from '@open-wc/testing'; it('x', () => { void Promise.reject('lost string'); }); it('ok', () => { expect(1).to.equal(1); });
