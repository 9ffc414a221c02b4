package org.coalitionatlas.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** Follows the heap while something runs: the most in use, and the most that a collection left. */
final class HeapWatch implements AutoCloseable {

    private static final long MILLIS = 25;

    private final Thread thread;
    private volatile boolean done;
    private long mostUsed;
    private long mostKept;

    HeapWatch() {
        System.gc();
        thread = Thread.ofPlatform().daemon().name("heap-watch").start(this::watch);
    }

    private void watch() {
        while (!done) {
            look();
            try {
                Thread.sleep(MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
        look();
    }

    private void look() {
        mostUsed =
                Math.max(
                        mostUsed,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        long kept = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && after != null) {
                kept += after.getUsed();
            }
        }
        mostKept = Math.max(mostKept, kept);
    }

    long mostUsedMegabytes() {
        return mostUsed >> 20;
    }

    long mostKeptMegabytes() {
        return mostKept >> 20;
    }

    @Override
    public void close() throws InterruptedException {
        done = true;
        thread.join();
    }
}
