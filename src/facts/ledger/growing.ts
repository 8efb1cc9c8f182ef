const FIRST_ROOM = 1024;

/** A column of whole numbers that grows: room doubles, so that a million rows are copied twenty times at most. */
export class GrowingIntegers {
  private room = new Int32Array(FIRST_ROOM);
  length = 0;

  push(value: number): void {
    if (this.length === this.room.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length++] = value;
  }

  values(): Int32Array {
    return this.room.slice(0, this.length);
  }
}

/** The same for amounts in 分, which may be larger than 2^31. */
export class GrowingFloats {
  private room = new Float64Array(FIRST_ROOM);
  length = 0;

  push(value: number): void {
    if (this.length === this.room.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length++] = value;
  }

  values(): Float64Array {
    return this.room.slice(0, this.length);
  }
}
