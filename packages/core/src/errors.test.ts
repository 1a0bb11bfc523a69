import { describe, expect, it } from 'vitest';
import { UserError } from './errors.ts';

const place = { path: 'a.py', line: 3, column: 1 };

describe('UserError', () => {
  it('begins with its place', () => {
    expect(new UserError('mend it', place).message).toBe('a.py:3:1: mend it');
    expect(new UserError('mend it').message).toBe('mend it');
  });
});
