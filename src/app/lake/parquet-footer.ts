// Reads the two things of a Parquet footer that the lake needs: its number of rows and its key-value metadata. Pure, so
// that a process can know a bucket without a query engine. Thrift's compact protocol, all other fields passed over.

/** A Parquet file ends with: footer, its length (u32, little-endian), "PAR1". */
export const TRAILER_BYTES = 8;
/** Larger footers are damage: ours have some forty columns and, at most, thousands of row groups. */
const FOOTER_BYTES_MAX = 64 * 1024 * 1024;
const DEPTH_MAX = 32;

/** Length of the footer that precedes the trailer; undefined where this isn't the end of a Parquet file. */
export function footerLength(trailer: Uint8Array): number | undefined {
  if (trailer.length !== TRAILER_BYTES) return undefined;
  const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER_BYTES);
  const length = view.getUint32(0, true);
  return view.getUint32(4, false) === 0x50415231 && length <= FOOTER_BYTES_MAX ? length : undefined;
}

export type ParquetFooter = { rows: number; facts: Map<string, string> };

/** Throws a RangeError on bytes that aren't a footer. */
export function parseParquetFooter(bytes: Uint8Array): ParquetFooter {
  const reader = new CompactReader(bytes);
  const footer: ParquetFooter = { rows: -1, facts: new Map() };
  reader.struct((id, type) => {
    // FileMetaData: 3 num_rows, 5 key_value_metadata.
    if (id === 3) footer.rows = reader.zigzag();
    else if (id === 5) {
      reader.list(() => {
        let key = "";
        let value = "";
        reader.struct((member, memberType) => {
          if (member === 1) key = reader.text();
          else if (member === 2) value = reader.text();
          else reader.skip(memberType);
        });
        footer.facts.set(key, value);
      });
    } else reader.skip(type);
  });
  if (footer.rows < 0) throw new RangeError("The Parquet footer has no number of rows.");
  return footer;
}

const TYPE = {
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
};

class CompactReader {
  private readonly bytes: Uint8Array;
  private at = 0;
  private depth = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Calls `field` for each field; it must read or skip the value. */
  struct(field: (id: number, type: number) => void): void {
    this.depth += 1;
    if (this.depth > DEPTH_MAX) throw new RangeError("The Parquet footer is nested too deeply.");
    let id = 0;
    for (;;) {
      const head = this.byte();
      if (head === 0) break;
      const delta = head >> 4;
      id = delta === 0 ? this.zigzag() : id + delta;
      field(id, head & 15);
    }
    this.depth -= 1;
  }

  /** Calls `element` once for each element with its type. */
  list(element: (type: number) => void): void {
    const head = this.byte();
    const size = head >> 4 === 15 ? this.varint() : head >> 4;
    if (size > this.bytes.length) throw new RangeError("A list in the Parquet footer is longer than the footer.");
    for (let index = 0; index < size; index++) element(head & 15);
  }

  skip(type: number): void {
    if (type === TYPE.true || type === TYPE.false) return;
    if (type === TYPE.byte) this.move(1);
    else if (type === TYPE.i16 || type === TYPE.i32 || type === TYPE.i64) this.varint();
    else if (type === TYPE.double) this.move(8);
    else if (type === TYPE.binary) this.move(this.varint());
    else if (type === TYPE.list || type === TYPE.set) {
      // In a list, booleans take a byte each.
      this.list((inner) => (inner <= TYPE.false ? this.move(1) : this.skip(inner)));
    } else if (type === TYPE.struct) this.struct((_, inner) => this.skip(inner));
    else throw new RangeError(`The Parquet footer holds a value of an unknown type, ${type}.`);
  }

  text(): string {
    const length = this.varint();
    const start = this.at;
    this.move(length);
    return new TextDecoder().decode(this.bytes.subarray(start, this.at));
  }

  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  private varint(): number {
    let value = 0;
    for (let factor = 1, count = 0; count < 10; count++, factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError("A number in the Parquet footer is too long.");
  }

  private byte(): number {
    this.move(1);
    return this.bytes[this.at - 1] as number;
  }

  private move(count: number): void {
    this.at += count;
    if (this.at > this.bytes.length) throw new RangeError("The Parquet footer ends too early.");
  }
}
