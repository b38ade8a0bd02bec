package nl.wally.practice;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.StatementLog;
import nl.wally.access.ClientRegistry;
import nl.wally.practice.SentList.Now;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The list of a practice asks the database as often with many ended referrals as with one, and loses none of them. */
class SentCostIT extends ServerIT {
    /** With the first of them two more than a page. */
    private static final int MANY = 31;

    /** Two looks at indexes, and four searches with what goes along and their record; nothing asks something here. */
    private static final int STATEMENTS = 23;

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private StatementLog statements;

    @Autowired
    private SentList list;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void costsNoMoreWhenMoreHasEnded() {
        var deventer = new Neighbourhood(server, clients);
        String open = id(deventer.refer());
        List<String> ended = new ArrayList<>(List.of(stopped(deventer)));
        var gp = new Caller("web-test", deventer.practice(), deventer.gp(), Capacity.PRACTICE);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(gp, ""));
        var whose = new Whose(gp, false);
        int few = statements(whose);
        for (int n = 0; n < MANY; n++) {
            ended.add(0, stopped(deventer));
        }

        Now now = list.now(whose, Language.DUTCH);
        assertThat(now.asking()).isEmpty();
        assertThat(now.underWay().lines()).extracting(Line::id).containsExactly(open);
        assertThat(now.ended().lines()).extracting(Line::id).containsExactlyElementsOf(ended.subList(0, 30));
        assertThat(now.ended().more()).isEqualTo("ended=30");
        assertThat(list.ended(whose, 30, Language.DUTCH).lines())
                .extracting(Line::id)
                .containsExactlyElementsOf(ended.subList(30, ended.size()));
        assertThat(list.ended(new Whose(gp, true), 30, Language.DUTCH).lines())
                .as("the GP sent all of them")
                .hasSize(2);
        assertThat(statements(whose)).isEqualTo(few).isEqualTo(STATEMENTS);
    }

    /** The fewest of three looks: what other threads ask meanwhile is none of it. */
    private int statements(Whose whose) {
        int fewest = Integer.MAX_VALUE;
        for (int look = 0; look < 3; look++) {
            fewest = Math.min(
                    fewest,
                    statements.during(() -> list.now(whose, Language.DUTCH)).size());
        }
        return fewest;
    }

    /** A referral that the practice takes back. */
    private String stopped(Neighbourhood deventer) {
        ReferralLife life = deventer.refer();
        Task task = life.task().setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("withdrawn-by-gp"));
        ok(server.put(deventer.his(), task));
        return id(life);
    }

    private static String id(ReferralLife life) {
        return life.reference(Task.class).replace("Task/", "");
    }
}
