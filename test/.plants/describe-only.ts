import {expect} from '@open-wc/testing'; describe.only('x', () => { it('ok', () => { expect(1).to.equal(1); }); });
