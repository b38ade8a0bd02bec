package nl.wally.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP/1.1 with as little ado as it goes: a request is bytes, and of an answer no more is looked at than its status and where it
 * ends. Whoever drives a server from the same machine takes away from it what it uses itself. Connections are kept, and used by
 * one thread at a time.
 */
final class Wire {
    /** How long nothing may come of an answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A connection that was idle for so long is not used again: the server may be about to close it. */
    private static final long STALE = Duration.ofSeconds(30).toNanos();

    private static final Pattern LENGTH = Pattern.compile("\ncontent-length: *(\\d+)\r");

    private final InetSocketAddress server;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    /** @param server host and port; the rest stands in each request */
    Wire(URI server) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
    }

    /**
     * Sends a request, and waits for the whole of its answer.
     *
     * @return the status
     */
    int send(byte[] request) throws IOException {
        Line line = line();
        try {
            int status = line.ask(request);
            if (line.isKept()) {
                idle.push(line);
            } else {
                line.close();
            }
            return status;
        } catch (IOException broken) {
            line.close();
            throw broken;
        }
    }

    /** That which was used last, so that no more stay open than there are requests at a time. */
    private Line line() throws IOException {
        for (Line line = idle.poll(); line != null; line = idle.poll()) {
            if (System.nanoTime() - line.used < STALE) {
                return line;
            }
            line.close();
        }
        return new Line(server);
    }

    private static final class Line implements Closeable {
        private final Socket socket = new Socket();
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 15];
        private int filled;
        private String head = "";
        private long used;

        Line(InetSocketAddress server) throws IOException {
            socket.connect(server, (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.setTcpNoDelay(true);
            in = socket.getInputStream();
        }

        int ask(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            filled = 0;
            int end = end(0);
            for (int looked = 0; end < 0; end = end(looked)) {
                looked = Math.max(0, filled - 3);
                read();
            }
            head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            Matcher length = LENGTH.matcher(head);
            if (!length.find()) {
                throw new IOException("Nothing says where the answer ends: " + head);
            }
            for (long left = end + Long.parseLong(length.group(1)) - filled; left > 0; left -= filled) {
                filled = 0;
                read();
            }
            used = System.nanoTime();
            return Integer.parseInt(head.substring(9, 12));
        }

        boolean isKept() {
            return !head.contains("\nconnection: close");
        }

        private void read() throws IOException {
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more <= 0) {
                throw new EOFException("The answer ends after " + filled + " bytes");
            }
            filled += more;
        }

        /** Where the body begins; below zero while the head is not whole. */
        private int end(int from) {
            for (int at = from; at + 3 < filled; at++) {
                if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                    return at + 4;
                }
            }
            return -1;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
