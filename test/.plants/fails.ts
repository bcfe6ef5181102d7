import {expect} from '@open-wc/testing'; it('x', () => { expect(1).to.equal(2); });
