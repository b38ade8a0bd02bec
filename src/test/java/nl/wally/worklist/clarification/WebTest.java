package nl.wally.worklist.clarification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebTest {
    private static final List<Form.Question> SIDES = IntStream.range(0, 6)
            .mapToObj(side -> new Form.Question("health." + side, "Kant " + side))
            .toList();

    @Test
    void theFirstSideGoesStraightUpAndTheOthersClockwise() {
        assertThat(Web.at(0, 6, 10)).hasToString("200.0,40.0");
        assertThat(Web.at(3, 6, 10)).hasToString("200.0,360.0");
        assertThat(Web.at(1, 6, 0).x()).isGreaterThan(200);
        assertThat(Web.at(5, 6, 0).x()).isLessThan(200);
    }

    @Test
    void neighboursWithAMarkAreJoinedAndGapsStayOpen() {
        Web web = Web.of(SIDES, List.of(said(Map.of("health.0", "10", "health.1", "0", "health.3", "10"))));

        Web.Line line = web.lines().get(0);
        assertThat(line.path()).isEqualTo("M200.0,40.0L" + Web.at(1, 6, 0));
        assertThat(line.dots()).hasSize(3);
        assertThat(line.marks()).containsExactly("10", "0", "", "10", "", "");
    }

    @Test
    void theLineIsClosedWhenEverySideHasAMark() {
        Map<String, String> all = new TreeMap<>();
        SIDES.forEach(side -> all.put(side.link(), "5"));

        assertThat(Web.of(SIDES, List.of(said(all))).lines().get(0).path().split("M"))
                .hasSize(7);
    }

    @Test
    void noMoreLinesThanCanBeToldApart() {
        List<Web.Said> often = Stream.generate(() -> said(Map.of())).limit(9).toList();

        assertThat(Web.of(SIDES, often).lines()).hasSize(4);
    }

    private static Web.Said said(Map<String, String> answers) {
        return new Web.Said(LocalDate.of(2026, 3, 4), false, new Answers(new TreeMap<>(answers)));
    }
}
