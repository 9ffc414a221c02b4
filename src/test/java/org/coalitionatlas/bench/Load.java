package org.coalitionatlas.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks for addresses over connections that stay open, each asking again as soon as it has its
 * answer. Reads just as much of HTTP as it must: what a client library does would be taken from the
 * cores that are measured.
 */
final class Load {

    private static final int CONNECTIONS = 64;

    private final int port;
    private final AtomicLong next = new AtomicLong();

    Load(int port) {
        this.port = port;
    }

    /**
     * What a round gave.
     *
     * @param bytes received per answer, as they went over the wire
     */
    record Round(long answers, double seconds, double p50, double p95, long bytes) {

        double perSecond() {
            return answers / seconds;
        }
    }

    /** Loads the addresses in turns for that long; any answer but 200 ends it with an error. */
    Round run(List<String> addresses, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        var work = new ArrayList<Callable<long[]>>();
        var bytes = new AtomicLong();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            work.add(() -> ask(addresses, end, bytes));
        }
        var times = new ArrayList<long[]>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<long[]> done : threads.invokeAll(work)) {
                times.add(done.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request failed", e.getCause());
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Round(
                sorted.length,
                took,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.95)] / 1e6,
                bytes.get() / sorted.length);
    }

    private long[] ask(List<String> addresses, long end, AtomicLong bytes) throws IOException {
        var times = new long[1024];
        int taken = 0;
        while (System.nanoTime() < end) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
                // The server closes a connection after a number of answers and says so.
                boolean open = true;
                while (open && System.nanoTime() < end) {
                    String address =
                            addresses.get((int) (next.getAndIncrement() % addresses.size()));
                    long sent = System.nanoTime();
                    out.write(request(address));
                    Answer answer = answer(in, address);
                    bytes.addAndGet(answer.bytes());
                    open = answer.staysOpen();
                    if (taken == times.length) {
                        times = Arrays.copyOf(times, 2 * taken);
                    }
                    times[taken++] = System.nanoTime() - sent;
                }
            }
        }
        return Arrays.copyOf(times, taken);
    }

    private record Answer(long bytes, boolean staysOpen) {}

    private static byte[] request(String address) {
        return ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer answer(InputStream in, String address) throws IOException {
        String status = line(in);
        long length = -1;
        boolean chunked = false;
        boolean staysOpen = true;
        long read = status.length();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            read += header.length() + 2;
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                staysOpen = !lower.contains("close");
            }
        }
        if (!status.contains(" 200")) {
            throw new IOException(address + ": " + status);
        }
        if (chunked) {
            for (long chunk = chunkLength(in); chunk > 0; chunk = chunkLength(in)) {
                in.skipNBytes(chunk);
                line(in);
                read += chunk;
            }
            line(in);
        } else if (length >= 0) {
            in.skipNBytes(length);
            read += length;
        } else {
            throw new IOException(address + ": neither a length nor chunks");
        }
        return new Answer(read, staysOpen);
    }

    private static long chunkLength(InputStream in) throws IOException {
        return Long.parseLong(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(48);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ended early");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
