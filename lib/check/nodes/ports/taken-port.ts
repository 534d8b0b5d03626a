import { EVERY_ADDRESS } from '../host-ports';

/**
 * Who has a port of a place, by address.
 *
 * Upstream: `HostPortInfo.CheckConflict`, k8s.io/kube-scheduler/framework/types.go: `0.0.0.0` is in the way of every address, and
 * any other one, `::` too, of itself and of `0.0.0.0`.
 */
export class TakenPort<T> {
  private readonly byAddress = new Map<string, T>();
  private first: T | undefined;

  /** Who is in the way of a pod that needs the port of that address; undefined where nobody is. */
  inTheWayOf(ip: string): T | undefined {
    return ip === EVERY_ADDRESS ? this.first : (this.byAddress.get(EVERY_ADDRESS) ?? this.byAddress.get(ip));
  }

  /** Whoever has it already keeps it. */
  take(ip: string, by: T): void {
    this.first ??= by;
    if (!this.byAddress.has(ip)) this.byAddress.set(ip, by);
  }
}
