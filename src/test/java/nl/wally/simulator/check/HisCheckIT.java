package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.ServerIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A HIS that does everything as the guide says passes everything, with nothing but its own requests. */
class HisCheckIT extends ServerIT {
    @AfterEach
    void endCheck() {
        new CheckDoor(server, DemoHis.CLIENT).end();
    }

    @Test
    void aGoodHisPasses() {
        CheckDoor door = new CheckDoor(server, DemoHis.CLIENT).begin();
        assertThat(door.results())
                .as("nothing was seen yet")
                .hasSize(24)
                .values()
                .containsOnly("skip");
        DemoHis his = new DemoHis(server, clock);
        his.token();
        his.refersAndReadsTheFeedback();
        his.sendsAgainWaitsAndAnswers();
        his.withdraws();
        his.asksToStop();
        his.withdrawsConsent();
        his.mendsWhatWasRefused();
        assertThat(door.results().values()).as(door.text()).containsOnly("pass");
        assertThat(door.report().getResult().toCode()).isEqualTo("pass");
    }
}
