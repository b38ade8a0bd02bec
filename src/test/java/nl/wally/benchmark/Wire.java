package nl.wally.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP/1.1 with as little ado as it goes: a request is bytes, and of an answer no more is looked at than its status and where it
 * ends. Whoever drives a server from the same machine takes away from it what it uses itself, so one thread speaks over all
 * connections, and wakes nobody. Connections are kept.
 */
final class Wire implements Closeable {
    /** The status of what got no answer, or half of one. */
    static final int UNANSWERED = 0;

    /** How long nothing may come of an answer. */
    private static final long TIMEOUT = Duration.ofSeconds(30).toNanos();

    /** A connection that was idle for so long is not used again: the server may be about to close it. */
    private static final long STALE = Duration.ofSeconds(30).toNanos();

    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    private static final Pattern LENGTH = Pattern.compile("\ncontent-length: *(\\d+)\r");

    private final InetSocketAddress server;
    private final Selector selector;
    private final Deque<Line> idle = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 15);
    private int underWay;

    /** @param server host and port; the rest stands in each request */
    Wire(URI server) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.selector = Selector.open();
    }

    /** How many requests have no answer yet. */
    int underWay() {
        return underWay;
    }

    /**
     * Sends a request.
     *
     * @param answered is told the status once all of the answer is there, within {@link #turn}, or {@link #UNANSWERED}
     */
    void send(byte[] request, IntConsumer answered) throws IOException {
        Line line = line();
        underWay++;
        line.begin(request, answered);
    }

    /** Goes on with all that is under way; waits for it so many nanoseconds at most. */
    void turn(long most) throws IOException {
        if (most >= MILLISECOND) {
            selector.select(most / MILLISECOND);
        } else if (selector.selectNow() == 0 && most > 0) {
            LockSupport.parkNanos(most);
            selector.selectNow();
        }
        selector.selectedKeys().forEach(key -> ((Line) key.attachment()).goOn());
        selector.selectedKeys().clear();
    }

    /** Gives up what has waited too long, and waits for the rest. */
    void finish() throws IOException {
        while (underWay > 0) {
            turn(100 * MILLISECOND);
            long now = System.nanoTime();
            for (SelectionKey key : List.copyOf(selector.keys())) {
                ((Line) key.attachment()).giveUp(now);
            }
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
        return new Line();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : List.copyOf(selector.keys())) {
            ((Line) key.attachment()).close();
        }
        selector.close();
    }

    private final class Line {
        private final SocketChannel channel = SocketChannel.open();
        private final SelectionKey key;
        private IntConsumer answered = status -> {};
        private ByteBuffer left = ByteBuffer.allocate(0);
        private final StringBuilder head = new StringBuilder();

        /** Of the body of the answer; below zero while the head is not whole. */
        private long missing;

        private boolean busy;
        private long used;

        private Line() throws IOException {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(server);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        }

        private void begin(byte[] request, IntConsumer whenAnswered) {
            answered = whenAnswered;
            left = ByteBuffer.wrap(request);
            head.setLength(0);
            missing = -1;
            busy = true;
            used = System.nanoTime();
            try {
                write();
            } catch (IOException broken) {
                end(UNANSWERED);
            }
        }

        private void goOn() {
            try {
                if (key.isValid() && key.isWritable()) {
                    write();
                }
                if (key.isValid() && key.isReadable()) {
                    read();
                }
            } catch (IOException broken) {
                end(UNANSWERED);
            }
        }

        private void write() throws IOException {
            channel.write(left);
            int wanted = left.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
            if (key.interestOps() != wanted) {
                key.interestOps(wanted);
            }
        }

        private void read() throws IOException {
            buffer.clear();
            int more = channel.read(buffer);
            if (more < 0) {
                throw new IOException("The answer ends early");
            }
            used = System.nanoTime();
            buffer.flip();
            if (missing < 0) {
                readHead();
            }
            missing -= buffer.remaining();
            if (busy && head.length() > 0 && missing == 0) {
                end(Integer.parseInt(head.substring(9, 12)));
            }
        }

        /** Takes what belongs to the head; {@link #missing} is the length of the body once the head is whole. */
        private void readHead() throws IOException {
            while (buffer.hasRemaining() && !isWhole()) {
                head.append((char) (buffer.get() & 0xff));
            }
            if (!isWhole()) {
                return;
            }
            Matcher length = LENGTH.matcher(head.toString().toLowerCase(Locale.ROOT));
            if (!length.find()) {
                throw new IOException("Nothing says where the answer ends: " + head);
            }
            missing = Long.parseLong(length.group(1));
        }

        private boolean isWhole() {
            int end = head.length();
            return end >= 4 && head.charAt(end - 1) == '\n' && head.charAt(end - 3) == '\n';
        }

        private void giveUp(long now) {
            if (busy && now - used > TIMEOUT) {
                end(UNANSWERED);
            }
        }

        private void end(int status) {
            boolean told = busy;
            busy = false;
            if (status == UNANSWERED || head.toString().toLowerCase(Locale.ROOT).contains("\nconnection: close")) {
                close();
                idle.remove(this);
            } else {
                idle.push(this);
            }
            if (told) {
                underWay--;
                answered.accept(status);
            }
        }

        private void close() {
            try {
                channel.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
