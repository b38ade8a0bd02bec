package nl.wally.simulator;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code simulation}. Whatever a node does with a row, it does in one transaction with the move itself. */
@Component
@WithDemoRegion
class Simulations {
    private final JdbcTemplate jdbc;

    Simulations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes in a referral that was just sent. */
    void begin(UUID task, Script script, Instant now, Instant due) {
        jdbc.update(
                "insert into simulation (task, script, since, due) values (?, ?, ?, ?)",
                task,
                script.name(),
                Timestamp.from(now),
                Timestamp.from(due));
    }

    /** Those whose turn it is, the longest waiting first; not locked. */
    List<Part> due(Instant now, int most) {
        return jdbc.query(
                "select task, script, move, since, tries from simulation where outcome is null and due <= ?"
                        + " order by due limit ?",
                (row, number) -> new Part(
                        row.getObject("task", UUID.class),
                        Script.valueOf(row.getString("script")),
                        row.getInt("move"),
                        row.getTimestamp("since").toInstant(),
                        row.getInt("tries")),
                Timestamp.from(now),
                most);
    }

    /** Whether this part is still as it was read, and no other node is at it; if so it is ours until the transaction ends. */
    boolean claim(Part part) {
        return !jdbc.queryForList(
                        "select task from simulation where task = ? and move = ? and tries = ? and outcome is null"
                                + " for update skip locked",
                        part.task(),
                        part.moved(),
                        part.tries())
                .isEmpty();
    }

    /** The move is done, and the next has its turn. */
    void moved(Part part, Instant now, Instant due) {
        jdbc.update(
                "update simulation set move = move + 1, tries = 0, since = ?, due = ?, outcome = ? where task = ?",
                Timestamp.from(now),
                Timestamp.from(due),
                part.isLast() ? "done" : null,
                part.task());
    }

    /** It is looked at again later. */
    void later(Part part, boolean inVain, Instant due) {
        jdbc.update(
                "update simulation set tries = tries + ?, due = ? where task = ?",
                inVain ? 1 : 0,
                Timestamp.from(due),
                part.task());
    }

    /** Nothing more is done. */
    void end(Part part, String outcome) {
        jdbc.update("update simulation set outcome = ? where task = ?", outcome, part.task());
    }

    /**
     * How far the robot is with a referral.
     *
     * @param task the id of its Task
     * @param moved how many moves are done
     * @param since from when on it has been the next one's turn
     * @param tries how often that was tried in vain
     */
    record Part(UUID task, Script script, int moved, Instant since, int tries) {
        Move next() {
            return script.moves().get(moved);
        }

        boolean isLast() {
            return moved + 1 == script.moves().size();
        }

        String reference() {
            return "Task/" + task;
        }
    }
}
