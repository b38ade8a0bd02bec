package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.wally.ServerIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The system of a social worker that does everything as the guide says passes everything. */
class SocialWorkerCheckIT extends ServerIT {
    @AfterEach
    void endCheck() {
        new CheckDoor(server, DemoWally.CLIENT).end();
    }

    @Test
    void aGoodSystemPasses() {
        Instant began = Instant.now();
        CheckDoor door = new CheckDoor(server, DemoWally.CLIENT).begin();
        assertThat(door.results())
                .as("nothing was seen yet")
                .hasSize(25)
                .values()
                .containsOnly("skip");
        DemoWally wally = new DemoWally(server, clock);
        wally.token();
        wally.readWorkList(began);
        wally.helps();
        wally.rejects();
        wally.asksAndWaits();
        wally.stops();
        wally.respectsConsent();
        wally.handsOver();
        assertThat(door.results().values()).as(door.text()).containsOnly("pass");
        assertThat(door.report().getResult().toCode()).isEqualTo("pass");
    }
}
