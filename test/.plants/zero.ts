import {expect} from '@open-wc/testing'; describe('x', () => {});
