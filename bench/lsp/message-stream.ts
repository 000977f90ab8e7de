/** A message as it arrived. */
export interface ArrivedMessage {
  readonly body: Buffer;
  /** When its last byte arrived, in milliseconds of `performance.now()`. */
  readonly at: number;
}

/** Cuts the bytes of a connection into messages (the base protocol of LSP: a header with `Content-Length`, and JSON). */
export class MessageStream {
  private waiting: Buffer[] = [];
  private waitingLength = 0;
  /** Bytes that are needed before it is worth looking at them again. */
  private needed = 0;

  constructor(private readonly onMessage: (message: ArrivedMessage) => void) {}

  /** Takes the next bytes. */
  push(chunk: Buffer): void {
    const at = performance.now();
    this.waiting.push(chunk);
    this.waitingLength += chunk.length;
    while (this.waitingLength > 0 && this.waitingLength >= this.needed) {
      const all = this.waiting.length === 1 && this.waiting[0] ? this.waiting[0] : Buffer.concat(this.waiting);
      const headerEnd = all.indexOf('\r\n\r\n');
      const length = headerEnd < 0 ? undefined : contentLength(all.toString('latin1', 0, headerEnd));
      const end = length === undefined ? all.length + 1 : headerEnd + 4 + length;
      const isWhole = end <= all.length;
      this.waiting = isWhole ? [all.subarray(end)] : [all];
      this.waitingLength = isWhole ? all.length - end : all.length;
      this.needed = isWhole ? 0 : end;
      if (isWhole) {
        this.onMessage({ body: all.subarray(headerEnd + 4, end), at });
      }
    }
  }
}

/** A message as it goes over the connection. */
export function encodeMessage(message: unknown): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function contentLength(header: string): number {
  const length = /content-length: *(\d+)/i.exec(header)?.[1];
  if (length === undefined) {
    throw new Error(`A server sent something that is no message: ${header.slice(0, 200)}`);
  }
  return Number(length);
}
