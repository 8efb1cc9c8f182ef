/**
 * A map that clones in no time: both hold the same entries until one of them changes something, and only then does that
 * one copy. Values are never changed in place, except by whoever keeps track of their owner itself.
 */
export class SharedMap<K, V> {
  private shared = false;

  constructor(private map: Map<K, V> = new Map()) {}

  get size(): number {
    return this.map.size;
  }

  get(key: K): V | undefined {
    return this.map.get(key);
  }

  has(key: K): boolean {
    return this.map.has(key);
  }

  set(key: K, value: V): void {
    this.own().set(key, value);
  }

  delete(key: K): void {
    if (this.map.has(key)) this.own().delete(key);
  }

  keys(): IterableIterator<K> {
    return this.map.keys();
  }

  entries(): IterableIterator<[K, V]> {
    return this.map.entries();
  }

  clone(): SharedMap<K, V> {
    const copy = new SharedMap(this.map);
    copy.shared = true;
    this.shared = true;
    return copy;
  }

  private own(): Map<K, V> {
    if (this.shared) {
      this.map = new Map(this.map);
      this.shared = false;
    }
    return this.map;
  }
}
