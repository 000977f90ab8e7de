/** The part of the npm package `edtf`, which brings no types, that the tests use as an oracle. */
declare module 'edtf' {
  /** Bounds in milliseconds since 1970 (UTC): infinite where open, null where unknown. */
  interface EdtfBounds {
    readonly min: number | null;
    readonly max: number | null;
  }
  /** Reads an EDTF expression; throws where it is none. */
  export default function edtf(text: string): EdtfBounds;
}
