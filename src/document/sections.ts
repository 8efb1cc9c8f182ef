import type { Block, PageBreak } from './document';

export interface PlacedBlock {
  readonly block: Exclude<Block, PageBreak>;
  /** True when it begins a new page by itself. */
  readonly newPage: boolean;
}

/** Blocks on pages that stand the same way. */
export interface Section {
  readonly wide: boolean;
  readonly blocks: readonly PlacedBlock[];
}

/**
 * The blocks in sections, in their order; at least one section. A section begins a page anyway, and a break with nothing
 * behind it gives no empty page. Lines to be signed and charts stay with the wide table above them, the mark of an
 * attachment with the one below it.
 */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { wide: boolean; blocks: PlacedBlock[] }[] = [];
  let newPage = false;
  let before: Block | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'pageBreak') {
      newPage = true;
    } else {
      const last = sections.at(-1);
      const wide = isWide(block) || (isAddition(block) && isWide(before)) || isMarkOfWide(blocks, index);
      newPage ||= block.type === 'attachment';
      if (last?.wide === wide) last.blocks.push({ block, newPage });
      else sections.push({ wide, blocks: [{ block, newPage: newPage && !last }] });
      newPage = false;
    }
    before = block;
  }
  return sections.length > 0 ? sections : [{ wide: false, blocks: [] }];
}

function isWide(block: Block | null | undefined): boolean {
  return block?.type === 'table' && block.wide;
}

function isAddition({ type }: Block): boolean {
  return type === 'signature' || type === 'chart';
}

function isMarkOfWide(blocks: readonly Block[], index: number): boolean {
  return blocks[index]?.type === 'attachment' && isWide(blocks[index + 1]);
}
