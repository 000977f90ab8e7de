/** A number of 64 bits for what is added to it, in that order: two runs of FNV-1a over UTF-16 units. */
export class Digest {
  private low: number = START[0];
  private high: number = START[1];

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

  /** Its two halves. */
  get halves(): readonly [number, number] {
    return [this.low, this.high];
  }

  /** The number, in hexadecimal digits. */
  toString(): string {
    return written(this.low, this.high);
  }

  private mix(unit: number): void {
    this.low = Math.imul(this.low ^ unit, 0x01000193);
    this.high = Math.imul(this.high ^ unit, 0x85ebca6b);
  }
}

/**
 * A number of 64 bits for the digests that are in it, in whatever order: one that is taken out again leaves no trace, so
 * that of many digests only those need to be looked at that are others.
 */
export class DigestSum {
  private low: number;
  private high: number;

  /** An empty sum, or the same as another. */
  constructor(from?: DigestSum) {
    this.low = from?.low ?? START[0];
    this.high = from?.high ?? START[1];
  }

  add({ halves: [low, high] }: Digest): void {
    this.low = (this.low + scattered(low)) | 0;
    this.high = (this.high + scattered(high)) | 0;
  }

  remove({ halves: [low, high] }: Digest): void {
    this.low = (this.low - scattered(low)) | 0;
    this.high = (this.high - scattered(high)) | 0;
  }

  /** The number, in hexadecimal digits. */
  toString(): string {
    return written(this.low, this.high);
  }
}

const START = [0x811c9dc5 | 0, 0x01000193] as const;

function written(low: number, high: number): string {
  return `${(low >>> 0).toString(16)}-${(high >>> 0).toString(16)}`;
}

/** Lets every bit depend on all others (the last step of MurmurHash3): digests of like things must not add up alike. */
function scattered(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
