import {expect} from '@open-wc/testing'; await new Promise(() => {}); it('ok', () => { expect(1).to.equal(1); });
