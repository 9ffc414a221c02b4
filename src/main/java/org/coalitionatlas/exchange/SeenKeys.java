package org.coalitionatlas.exchange;

/**
 * Which keys a file has already used, at eight bytes each, so that even two million rows fit. Kept
 * as 64-bit hashes: for two million keys the chance of taking one for another is below one in four
 * million.
 */
final class SeenKeys {

    private long[] slots = new long[1 << 12];
    private int size;

    /** Adds the key; says whether it is new. */
    boolean add(String key) {
        if (size * 3 > slots.length * 2) {
            grow();
        }
        boolean added = put(slots, hash(key));
        if (added) {
            size++;
        }
        return added;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int at = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        return true;
    }

    // FNV-1a, then mixed; never 0, which marks a free slot.
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
