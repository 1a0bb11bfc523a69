import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { parseUrl } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { forbiddenRange, parseIpv6 } from './addresses.ts';

describe('forbiddenRange', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['0.0.0.0', 'unspecified'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', undefined],
    ['192.168.0.1', 'private'],
    ['169.254.169.254', 'link-local'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.128.0.1', undefined],
    ['224.0.0.251', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['198.19.0.1', 'benchmarking'],
    ['203.0.113.7', 'documentation'],
    ['8.8.8.8', undefined],
    ['151.101.1.69', undefined],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['::ffff:169.254.169.254', 'link-local'],
    ['::127.0.0.1', 'loopback'],
    ['64:ff9b::a9fe:a9fe', 'link-local'],
    ['64:ff9b::8.8.8.8', undefined],
    ['2002:7f00:1::', 'loopback'],
    ['2002:0a01:0203::1', 'private'],
    ['2001:0:0:0:0:0:80ff:fffe', 'loopback'],
    ['fe80::1%eth0', 'link-local'],
    ['fd00::1', 'unique local'],
    ['ff02::fb', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['2606:4700::6810:85e5', undefined],
    ['2a04:4e42::223', undefined],
    ['localhost', 'no address'],
    ['1.2.3', 'no address'],
    ['1.2.3.4.5', 'no address'],
    [':::1', 'no address'],
    ['', 'no address'],
  ])('%s is %s', (address, range) => {
    expect(forbiddenRange(address)).toBe(range);
  });

  it.each([
    ['http://2130706433/', 'loopback'],
    ['http://0x7f000001/', 'loopback'],
    ['http://0177.0.0.1/', 'loopback'],
    ['http://127.1/', 'loopback'],
    ['http://0x7f.1/', 'loopback'],
    ['http://①②⑦.⓪.⓪.①/', 'loopback'],
    ['http://[::ffff:127.0.0.1]/', 'loopback'],
    ['http://[::]/', 'unspecified'],
    ['http://169.254.169.254./', 'link-local'],
  ])('the odd spelling %s is made plain and is %s', (url, range) => {
    const host = parseUrl(url)?.hostname ?? '';
    expect(forbiddenRange(host.replace(/^\[|\]$|\.$/g, ''))).toBe(range);
  });

  it('agrees with the platform on private and loopback subnets', () => {
    const list = new BlockList();
    for (const [net, bits] of [
      ['10.0.0.0', 8],
      ['127.0.0.0', 8],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['169.254.0.0', 16],
      ['100.64.0.0', 10],
      ['224.0.0.0', 3],
      ['0.0.0.0', 8],
    ] as const)
      list.addSubnet(net, bits);
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(list.check(address) && forbiddenRange(address) === undefined).toBe(false);
      }),
    );
  });
});

describe('parseIpv6', () => {
  it('takes what the platform takes as an IPv6 address, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.stringMatching(/^[0-9a-f:.]{0,30}$/)), (text) => {
        expect(parseIpv6(text) !== undefined).toBe(isIP(text) === 6);
      }),
      { numRuns: 2000 },
    );
  });
});
