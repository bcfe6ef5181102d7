import {expect} from '@open-wc/testing'; it('x', ( => {});
