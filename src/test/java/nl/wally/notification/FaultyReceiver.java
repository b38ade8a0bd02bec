package nl.wally.notification;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.springframework.test.util.TestSocketUtils;

/** A subscriber over TLS that misbehaves in its own way until it is healed, and keeps account of what it was told. */
final class FaultyReceiver implements AutoCloseable {
    /** Messages as {@link FaultNode} writes them: number and change. */
    private static final Pattern TOLD = Pattern.compile("(\\d+)=(\\d+);");

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    /** What it does to about every third request. */
    enum Habit {
        WELL,
        /** Nobody listens, a second at a time. */
        DOWN,
        SLOW,
        ANSWERS_500,
        /** Half of the time before it takes anything in, otherwise after. */
        CLOSES,
        ANSWERS_GARBAGE
    }

    private final Habit habit;
    private final SSLContext tls;
    private final Random random;
    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final CountDownLatch healed = new CountDownLatch(1);
    private final List<Long> changes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private volatile ServerSocket door;
    private volatile boolean closed;
    private int requests;
    private int repeats;

    FaultyReceiver(Habit habit, SSLContext tls) throws IOException {
        this.habit = habit;
        this.tls = tls;
        this.random = new Random(habit.ordinal());
        open();
        if (habit == Habit.DOWN) {
            daemon(this::comeAndGo);
        }
    }

    String key() {
        return habit.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    int port() {
        return port;
    }

    /** From now on it behaves. */
    void heal() {
        healed.countDown();
    }

    /** The changes that it was told of, by number from 1 on. */
    synchronized List<Long> changes() {
        return List.copyOf(changes);
    }

    /** Numbers that came before those that should have come first, or that told something else the second time. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized String figures() {
        return "| %s | %d | %d | %d |".formatted(key(), changes.size(), requests, repeats);
    }

    private void open() throws IOException {
        ServerSocket opened = tls.getServerSocketFactory().createServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = opened;
        daemon(() -> listen(opened));
    }

    private void comeAndGo() {
        try {
            boolean there = true;
            while (!healed.await(1, TimeUnit.SECONDS)) {
                if (there) {
                    door.close();
                } else {
                    open();
                }
                there = !there;
            }
            if (!there) {
                open();
            }
        } catch (IOException | InterruptedException ended) {
            closed = true;
        }
    }

    private void listen(ServerSocket from) {
        while (!closed && !from.isClosed()) {
            try {
                Socket caller = from.accept();
                daemon(() -> converse(caller));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void converse(Socket caller) {
        try (caller;
                InputStream in = new BufferedInputStream(caller.getInputStream())) {
            for (String body = request(in); body != null; body = request(in)) {
                if (!answer(body, caller)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException broken) {
            // The caller was killed, or gave up.
            Thread.currentThread().setName("gone");
        }
    }

    /** The body of the next request; null when there is none. */
    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Whether the conversation goes on. */
    private boolean answer(String body, Socket caller) throws IOException, InterruptedException {
        boolean behaves = healed.getCount() == 0 || random.nextInt(3) > 0;
        switch (behaves ? Habit.WELL : habit) {
            case SLOW -> healed.await(2500, TimeUnit.MILLISECONDS);
            case ANSWERS_500 -> {
                say(caller, "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n");
                return true;
            }
            case CLOSES -> {
                if (random.nextBoolean()) {
                    take(body);
                }
                return false;
            }
            case ANSWERS_GARBAGE -> {
                take(body);
                say(caller, "\0\1\2 HTTP? 200\n\n" + "x".repeat(5000));
                return false;
            }
            default -> {}
        }
        take(body);
        say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        return true;
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        caller.getOutputStream().flush();
    }

    private synchronized void take(String body) {
        requests++;
        for (MatchResult told : TOLD.matcher(body).results().toList()) {
            long number = Long.parseLong(told.group(1));
            long change = Long.parseLong(told.group(2));
            if (number == changes.size() + 1) {
                changes.add(change);
            } else if (number <= changes.size() && changes.get((int) number - 1) == change) {
                repeats++;
            } else {
                faults.add(number + " after " + changes.size());
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        healed.countDown();
        door.close();
    }
}
