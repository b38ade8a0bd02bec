package nl.wally.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a body one deadline for all of it. Tomcat's own time-out begins anew with each byte, so that whoever sends one every
 * few seconds would keep a thread for days, without any token; some hundred of those and nobody else is answered.
 *
 * <p>The deadline also holds for what is left when the answer has been given: Tomcat reads on to the end of the body, so
 * that the client sees the answer, and that is done here first.
 */
final class SlowBodies extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(SlowBodies.class);

    /** What is read of a body that nobody wanted, before the connection is closed instead. */
    private static final int MOST_LEFT_OVER = 2 * 1024 * 1024;

    private final Duration mostTime;

    SlowBodies(Duration mostTime) {
        super(true);
        this.mostTime = mostTime;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request message = request.getCoyoteRequest();
        InputBuffer connection = message.getInputBuffer();
        Timed timed = new Timed(connection, System.nanoTime() + mostTime.toNanos());
        message.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
            // Whoever asked whether to go on, and was told no, sends nothing more.
            if (!message.hasExpectation() && !response.isError()) {
                response.finishResponse();
                timed.drain(message);
            }
        } finally {
            message.setInputBuffer(connection);
            if (timed.broken) {
                message.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private static final class Timed implements InputBuffer, ApplicationBufferHandler {
        private final InputBuffer connection;
        private final long end;
        private ByteBuffer leftOver = ByteBuffer.allocate(0);
        private boolean broken;

        Timed(InputBuffer connection, long end) {
            this.connection = connection;
            this.end = end;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            boolean late = System.nanoTime() - end > 0;
            broken = true;
            if (late) {
                throw new SocketTimeoutException();
            }
            int read = connection.doRead(handler);
            broken = false;
            return read;
        }

        @Override
        public int available() {
            return connection.available();
        }

        private void drain(org.apache.coyote.Request message) {
            AtomicBoolean whole = new AtomicBoolean();
            message.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
            try {
                for (int sum = 0, read = 0; !broken && !whole.get() && read >= 0; sum += read) {
                    read = doRead(this);
                    broken = sum > MOST_LEFT_OVER;
                }
            } catch (IOException gone) {
                LOG.debug("The rest of a body did not come");
            }
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            leftOver = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return leftOver;
        }

        @Override
        public void expand(int size) {
            // What is left over goes nowhere.
        }
    }
}
