package nl.wally.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import nl.wally.faults.Cable.Accident;
import nl.wally.faults.Cable.Moment;
import nl.wally.faults.Cable.Way;

/** One connection through a {@link Cable}: a thread each way. */
final class Line {
    /** What happens to a COMMIT; of {@link #NONE} nothing. */
    record Fate(Moment moment, Accident accident) {
        static final Fate NONE = new Fate(null, null);
    }

    private final Cable cable;
    private final Socket server;
    private final Socket database;
    private final Statements statements = new Statements();
    private final Set<Way> silent = ConcurrentHashMap.newKeySet();
    private volatile Fate ofTheAnswer = Fate.NONE;

    Line(Cable cable, Socket server, Socket database) {
        this.cable = cable;
        this.server = server;
        this.database = database;
    }

    void start() throws IOException {
        server.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
        daemon(() -> carry(this::toDatabase));
        daemon(() -> carry(this::toServer));
    }

    void cut() {
        cable.forget(this);
        reset(server);
        reset(database);
    }

    /** Closes without a goodbye: the other side gets an RST. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // It may be closed already.
        }
    }

    static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Half {
        void carry() throws IOException, InterruptedException;
    }

    /** Until one side ends or breaks; then the other does, unless it is not to hear of it. */
    private void carry(Half half) {
        try {
            half.carry();
        } catch (IOException | InterruptedException broken) {
            if (silent.isEmpty()) {
                cut();
            }
        }
    }

    private void toDatabase() throws IOException, InterruptedException {
        var in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        var out = new BufferedOutputStream(database.getOutputStream());
        for (byte[] message = message(in); message.length > 0; message = message(in)) {
            if (arrives(Way.TO_DATABASE) && !ends(message)) {
                out.write(message);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
        hangUp(Way.TO_DATABASE, database);
    }

    private void toServer() throws IOException, InterruptedException {
        InputStream in = database.getInputStream();
        OutputStream out = server.getOutputStream();
        byte[] piece = new byte[8192];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            if (ofTheAnswer != Fate.NONE) {
                happen(ofTheAnswer.accident());
            }
            if (arrives(Way.TO_SERVER)) {
                out.write(piece, 0, length);
            }
        }
        hangUp(Way.TO_SERVER, server);
    }

    private boolean arrives(Way way) throws InterruptedException {
        Duration delay = cable.delay();
        if (!delay.isZero()) {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        }
        if (cable.swallows(way)) {
            silent.add(way);
        }
        return !silent.contains(way);
    }

    /** Whether this message has met its accident and goes no further. */
    private boolean ends(byte[] message) {
        Set<String> committed = statements.committedBy(message);
        Fate fate = committed.isEmpty() ? Fate.NONE : cable.fate(committed);
        if (fate.moment() == Moment.BEFORE_IT_ARRIVES) {
            happen(fate.accident());
            return true;
        }
        if (fate.moment() == Moment.BEFORE_THE_ANSWER) {
            ofTheAnswer = fate;
        }
        return false;
    }

    private void happen(Accident accident) {
        if (accident == Accident.CUT) {
            cut();
        } else {
            silent.addAll(Set.of(Way.values()));
        }
    }

    private void hangUp(Way way, Socket other) throws IOException {
        if (!silent.contains(way) && !cable.swallows(way)) {
            cable.forget(this);
            other.close();
        }
    }

    /**
     * The next message of a frontend, whole; none at the end. The first ones have no type: they begin with their length, of
     * which the first byte is zero.
     */
    private static byte[] message(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return new byte[0];
        }
        int lengthAt = first == 0 ? 0 : 1;
        byte[] head = new byte[lengthAt + Integer.BYTES];
        head[0] = (byte) first;
        in.readFully(head, 1, head.length - 1);
        int length = ByteBuffer.wrap(head).getInt(lengthAt);
        byte[] message = Arrays.copyOf(head, lengthAt + length);
        in.readFully(message, head.length, message.length - head.length);
        return message;
    }
}
