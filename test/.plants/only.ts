import {expect} from '@open-wc/testing'; it.only('x', () => {}); it('ok', () => { expect(1).to.equal(1); });
