import { BlockList, isIP } from 'node:net';
import { StartError } from './start-error.ts';

/** Whether the machine with this address is a proxy that may say for whom it asks. */
export type Trusts = (address: string) => boolean;

export const trustsNobody: Trusts = () => false;

const LOOPBACK = ['127.0.0.0/8', '::1'];

/** The proxies of `--trust-proxy`: `loopback`, addresses and networks, separated by commas. Throws StartError. */
export function trustsOf(text: string, said: string): Trusts {
  const known = new BlockList();
  for (const part of text
    .split(',')
    .flatMap((one) => (one.trim() === 'loopback' ? LOOPBACK : [one.trim()]))) {
    const [address = '', prefix, ...more] = part.split('/');
    const version = isIP(address);
    const bits = prefix === undefined ? undefined : Number(prefix);
    const most = version === 6 ? 128 : 32;
    const isNetwork = bits === undefined || (/^\d+$/.test(prefix ?? '') && bits >= 1 && bits <= most);
    if (version === 0 || more.length > 0 || !isNetwork)
      throw new StartError(
        `${said}: "${part}" is no address of a proxy. Write loopback, addresses or networks, separated by commas, for instance 10.1.2.3,10.2.0.0/16. All addresses of the world are no proxies.`,
      );
    const family = version === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) known.addAddress(address, family);
    else known.addSubnet(address, bits, family);
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && known.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
}

/**
 * The address that a request comes from: that of the connection, or, as far as proxies are trusted, what they
 * say of those before them (`X-Forwarded-For`, from the end).
 */
export function addressOf(peer: string, forwardedFor: string, trusts: Trusts): string {
  const told = forwardedFor.split(',').map((part) => part.trim());
  let address = peer;
  while (trusts(address)) {
    const before = told.pop();
    if (before === undefined || isIP(before) === 0) return address;
    address = before;
  }
  return address;
}
