/** A number of 64 bits for what is added to it, in that order: two runs of FNV-1a over UTF-16 units. */
export class Digest {
  private low = 0x811c9dc5;
  private high = 0x01000193;

  /** Adds a text, a whole number, or what was added to another digest. */
  add(value: string | number | Digest): void {
    if (typeof value === 'number') {
      this.mix(value);
      return;
    }
    if (value instanceof Digest) {
      this.mix(value.low);
      this.mix(value.high);
      return;
    }
    for (let index = 0; index < value.length; index++) {
      this.mix(value.charCodeAt(index));
    }
    this.mix(-1);
  }

  /** The number, in hexadecimal digits. */
  toString(): string {
    return `${(this.low >>> 0).toString(16)}-${(this.high >>> 0).toString(16)}`;
  }

  private mix(unit: number): void {
    this.low = Math.imul(this.low ^ unit, 0x01000193);
    this.high = Math.imul(this.high ^ unit, 0x85ebca6b);
  }
}
