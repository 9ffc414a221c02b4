package org.coalitionatlas.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that says one thing to a recipient, and whose line breaks after it has read a whole
 * message, before it answers.
 */
final class BrokenLineServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String toRecipient;
    private final AtomicInteger messagesRead = new AtomicInteger();

    BrokenLineServer(String toRecipient) throws IOException {
        this.toRecipient = toRecipient;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    int messagesRead() {
        return messagesRead.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                talk(line);
            } catch (IOException e) {
                // the other side went away; the next call is answered all the same
            }
        }
    }

    private void talk(Socket line) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
        say(line, "220 here");
        boolean data = false;
        String said;
        while ((said = in.readLine()) != null) {
            if (data) {
                if (said.equals(".")) {
                    messagesRead.incrementAndGet();
                    return;
                }
            } else if (said.startsWith("RCPT")) {
                say(line, toRecipient);
            } else if (said.startsWith("DATA")) {
                data = true;
                say(line, "354 go on");
            } else if (said.startsWith("QUIT")) {
                say(line, "221 bye");
                return;
            } else {
                say(line, "250 fine");
            }
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }
}
