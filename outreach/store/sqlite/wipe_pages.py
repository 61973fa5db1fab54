"""Find which bytes of a SQLite file no row uses.

The file's format: https://www.sqlite.org/fileformat2.html.
"""

import os
import struct
from collections.abc import Iterator, Mapping

from outreach.store.errors import NotWiped

HEADER = struct.Struct(">16xHBBB11xI16xI")
"""Of the first page: the size of pages, versions, bytes kept free, the first free page,
whether it shrinks itself.
"""
TREES = {2: 12, 5: 12, 10: 8, 13: 8}
"""The kinds of page that hold rows or an index, by the length of what stands
before their list of cells.
"""
FIRST_TREE = 100
"""Where the first page begins to be one of a tree."""
MOST_PAGES = 1 << 24
"""From here on the first byte of a page of long text, part of a page's number, could
look like the kind of a page.
"""


def shape(handle: int) -> tuple[int, int]:
    """Return the size and the number of pages; raises NotWiped if the file has another layout."""
    size, _, _, reserved, _, vacuums = HEADER.unpack(os.pread(handle, HEADER.size, 0))
    size = size if size > 1 else 1 << 16
    pages = os.fstat(handle).st_size // size
    if reserved or vacuums or pages >= MOST_PAGES:
        raise NotWiped("layout")
    return size, pages


def free_pages(handle: int, size: int) -> dict[int, int]:
    """Return the free pages, counted from 0, each with its first byte that means nothing."""
    trunk, found = HEADER.unpack(os.pread(handle, HEADER.size, 0))[4], dict[int, int]()
    while trunk and trunk - 1 not in found:
        page = os.pread(handle, size, size * (trunk - 1))
        following, count = struct.unpack_from(">II", page)
        if 8 + 4 * count > size:
            raise NotWiped("layout")
        found[trunk - 1] = 8 + 4 * count
        found.update((leaf - 1, 0) for leaf in struct.unpack_from(f">{count}I", page, 8))
        trunk = following
    return found


def wipe_pages(handle: int, size: int, pages: range, free: Mapping[int, int]) -> None:
    """Make zero what no row uses in these pages, counted from 0."""
    zeros = bytes(size)
    found = os.pread(handle, size * len(pages), size * pages.start)
    for page in pages:
        at = size * (page - pages.start)
        bytes_of = found[at : at + size]
        holes = (
            [(free[page], size)]
            if page in free
            else unused(bytes_of, FIRST_TREE if page == 0 else 0)
        )
        for start, end in holes:
            if bytes_of[start:end] != zeros[start:end]:
                os.pwrite(handle, zeros[start:end], size * page + start)


def unused(page: bytes, header: int) -> list[tuple[int, int]]:
    """Return where no row uses a page: between its list of cells and its cells, and in free blocks.

    Nothing if the page is not of a tree, or is not as it must be.
    """
    before = TREES.get(page[header])
    if before is None:
        return []
    block, cells, first = struct.unpack_from(">HHH", page, header + 1)
    top, first = header + before + 2 * cells, first or 1 << 16
    if not top <= first <= len(page):
        return []
    if min(struct.unpack_from(f">{cells}H", page, header + before), default=first) < first:
        return []
    return [(top, first), *_blocks(page, first, block)]


def _blocks(page: bytes, first: int, block: int) -> Iterator[tuple[int, int]]:
    """Yield the free blocks between cells: each has the place of the next one, and its length."""
    while first <= block <= len(page) - 4:
        following, length = struct.unpack_from(">HH", page, block)
        yield block + 4, min(block + length, len(page))
        first, block = block + max(length, 4), following
