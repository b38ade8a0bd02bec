package nl.wally.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nl.wally.TestPostgres.Database;

/**
 * The network between a server and its PostgreSQL, on this machine, which a test breaks and mends. It carries everything
 * until it is told otherwise. Without TLS: it has to see where a COMMIT is.
 */
public final class Cable implements AutoCloseable {
    /** Which half of the conversation. */
    public enum Way {
        TO_DATABASE,
        TO_SERVER
    }

    /** When in a COMMIT something happens. */
    public enum Moment {
        /** The database never hears of it. */
        BEFORE_IT_ARRIVES,
        /** The database has done it, and the server does not hear so. */
        BEFORE_THE_ANSWER
    }

    /** What happens to the connection of a COMMIT. */
    public enum Accident {
        /** Both sides are told at once (RST). */
        CUT,
        /** From now on everything vanishes both ways, and neither side is told. */
        SILENCE
    }

    /**
     * An accident that waits for its COMMIT.
     *
     * @param touching part of the SQL, in lower case, that the transaction has run
     */
    private record Trap(Moment moment, Accident accident, String touching) {}

    private final Database database;
    private final InetSocketAddress there;
    private final int port;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final Set<Way> holes = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trap> trap = new AtomicReference<>();
    private final AtomicInteger accidents = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile ServerSocket door;

    /** A cable to this database. */
    public Cable(Database database) throws IOException {
        this.database = database;
        URI url = URI.create(database.url().substring("jdbc:".length()));
        there = new InetSocketAddress(url.getHost(), url.getPort());
        port = open(0);
    }

    /** The database as it is found at the other end of this cable. */
    public Database database() {
        String url = database.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/");
        return new Database(url, database.user(), database.password());
    }

    /** Ends every connection; new ones get through. */
    public void cut() {
        lines.forEach(Line::cut);
    }

    /**
     * Lets everything vanish this way, or both ways: of the connections that are there and of new ones, which stay open. A
     * connection that has lost something is of no use any more, and neither side hears when the other ends it, as with a
     * firewall that has forgotten it.
     */
    public void blackHole(Way... ways) {
        holes.addAll(ways.length == 0 ? EnumSet.allOf(Way.class) : Set.of(ways));
    }

    /** Carries everything by so much later, which is nobody's loss. */
    public void delay(Duration later) {
        delay = later;
    }

    /** Ends every connection, and nobody listens any more. */
    public void refuse() throws IOException {
        door.close();
        cut();
    }

    /** Something happens to the next COMMIT, once. */
    public void atCommit(Moment moment, Accident accident) {
        atCommit(moment, accident, "");
    }

    /** Something happens once, to the next COMMIT of a transaction that has run SQL with this in it. */
    public void atCommit(Moment moment, Accident accident, String touching) {
        trap.set(new Trap(moment, accident, touching.toLowerCase(Locale.ROOT)));
    }

    /** How many COMMITs have met their accident. */
    public int accidents() {
        return accidents.get();
    }

    /** As it was in the beginning. Connections that have lost something stay silent, see {@link #blackHole}. */
    public void mend() throws IOException {
        trap.set(null);
        holes.clear();
        delay = Duration.ZERO;
        if (door.isClosed()) {
            open(port);
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    boolean swallows(Way way) {
        return holes.contains(way);
    }

    Duration delay() {
        return delay;
    }

    void forget(Line line) {
        lines.remove(line);
    }

    /** What waits for this COMMIT, or nothing; it waits no longer. */
    Line.Fate fate(Set<String> transaction) {
        Trap waiting = trap.get();
        if (waiting == null
                || transaction.stream()
                        .noneMatch(sql -> sql.toLowerCase(Locale.ROOT).contains(waiting.touching()))
                || !trap.compareAndSet(waiting, null)) {
            return Line.Fate.NONE;
        }
        accidents.incrementAndGet();
        return new Line.Fate(waiting.moment(), waiting.accident());
    }

    private int open(int number) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        door = opened;
        Line.daemon(() -> accept(opened));
        return opened.getLocalPort();
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                connect(opened.accept());
            } catch (IOException closed) {
                if (!opened.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    /** Without a database at the other end the server is told so, as by the system of a database that is down. */
    private void connect(Socket server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(there);
        } catch (IOException down) {
            Line.reset(socket);
            Line.reset(server);
            return;
        }
        Line line = new Line(this, server, socket);
        lines.add(line);
        line.start();
        if (door.isClosed()) {
            line.cut();
        }
    }
}
