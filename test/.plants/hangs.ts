import {expect} from '@open-wc/testing'; it('x', async () => { await new Promise(() => {}); });
