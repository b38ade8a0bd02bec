package nl.wally.referring;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import nl.wally.people.Paper;
import org.springframework.stereotype.Component;

/**
 * The letter that a person takes home, in plain Dutch: who will call, by when, what was agreed, and how to change one's mind. It
 * says nothing of the question, for others may read it too.
 */
@Component
final class Letter {
    private final Paper paper;

    Letter(Paper paper) {
        this.paper = paper;
    }

    /** Answers with it. */
    void show(HttpServletResponse response, Sent sent, LocalDate today) throws IOException {
        paper.show(response, sent.number() + ".pdf", "referring/letter", Map.of("sent", sent, "today", today));
    }
}
