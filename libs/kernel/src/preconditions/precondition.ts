import { kernelProblem } from '../problems/kernel-problems.js';

/** What a request demands of the thing it changes: the `If-Match` of RFC 9110 section 13.1.1. */
export class Precondition {
  private constructor(private readonly tags: readonly string[] | null) {}

  /** Demands nothing. */
  static readonly none = new Precondition(null);

  /** Of the header; without one, and for `*`, that the thing is there is enough. */
  static of(header: string | undefined): Precondition {
    if (header === undefined || header.trim() === '*') return Precondition.none;
    return new Precondition(header.match(ENTITY_TAGS) ?? []);
  }

  /**
   * To be asked with the thing's tag while its row is locked, before anything is written. Problem `changed-meanwhile` where
   * none of the tags is this one; a weak one never is, as `If-Match` compares strongly.
   */
  require(tag: string): void {
    if (this.tags !== null && !this.tags.includes(tag)) throw kernelProblem('changed-meanwhile');
  }
}

const ENTITY_TAGS = /(?:W\/)?"[^"]*"/g;
