throw new Error('at load'); it('ok', () => { expect(1).to.equal(1); });
