package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.wally.referring.Draft.Agreement;
import nl.wally.referring.Draft.Ask;
import nl.wally.referring.Draft.Person;
import nl.wally.referring.Draft.Reach;
import org.junit.jupiter.api.Test;

/** Before anything is sent, a form says at each of its fields what is missing. */
class DraftRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Draft EMPTY = Prefill.empty(Instant.parse("2026-11-30T09:00:00Z"), TODAY);
    private static final Person THEA =
            new Person("", "4711", "Thea", "de Vries", "1971-05-14", "female", "", "", "", false);
    private static final Reach PHONE = new Reach("06-00000099", "", "", "", false);
    private static final Ask MONEY = new Ask(List.of("finances"), List.of(), "", "Ik slaap slecht.", "", "", "", false);
    private static final Agreement AGREED = new Agreement("all", "2026-11-30");

    @Test
    void asksForNothingMoreThanAReferralNeeds() {
        assertThat(faults(THEA, PHONE, MONEY, AGREED)).isEmpty();
    }

    @Test
    void tellsAllThatIsMissingInTheOrderOfTheForm() {
        assertThat(DraftRules.judge(EMPTY, TODAY).keySet())
                .containsExactly(
                        "person.family",
                        "person.number",
                        "reach.phone",
                        "ask.areas",
                        "ask.question",
                        "agreement.permits");
    }

    @Test
    void takesACodeInsteadOfAnArea() {
        assertThat(faults(
                        THEA,
                        PHONE,
                        new Ask(List.of(), List.of("Z01"), "", "Ik slaap slecht.", "", "", "", false),
                        AGREED))
                .isEmpty();
    }

    /** W-10. */
    @Test
    void takesNoBsnForANumberOfThePractice() {
        assertThat(faults(numbered("", "999990019"), PHONE, MONEY, AGREED)).containsExactly("person.number");
        assertThat(faults(numbered("", "9999.90.019"), PHONE, MONEY, AGREED)).containsExactly("person.number");
        assertThat(faults(numbered("", "999990018"), PHONE, MONEY, AGREED)).isEmpty();
        assertThat(faults(numbered("http://his.example", "999990019"), PHONE, MONEY, AGREED))
                .as("what a HIS says is a number of its own")
                .isEmpty();
    }

    /** W-2. */
    @Test
    void asksOnWhichDayThePersonAgreed() {
        for (String day : List.of("", "2026-12-01", "1971-05-13", "gisteren", "-0001-01-01")) {
            assertThat(faults(THEA, PHONE, MONEY, new Agreement("all", day)))
                    .as(day)
                    .containsExactly("agreement.day");
        }
    }

    /** W-7. */
    @Test
    void sendsNothingInACrisis() {
        Ask crisis = new Ask(List.of("finances"), List.of(), "", "Ik wil niet meer.", "crisis", "", "", false);
        assertThat(faults(THEA, PHONE, crisis, AGREED)).containsExactly("ask.urgency");
    }

    @Test
    void takesNoFormThatIsNotWhole() {
        assertThat(DraftRules.judge(new Draft("", "1", "gisteren", THEA, PHONE, MONEY, AGREED), TODAY))
                .containsOnlyKeys("");
        assertThat(DraftRules.judge(new Draft("", "", EMPTY.opened(), THEA, PHONE, MONEY, AGREED), TODAY))
                .containsOnlyKeys("");
        String never = "+1000000000-12-31T23:59:59Z";
        assertThat(DraftRules.judge(new Draft("", "1", never, THEA, PHONE, MONEY, AGREED), TODAY))
                .containsOnlyKeys("");
    }

    private static Person numbered(String system, String number) {
        return new Person(system, number, "Thea", "de Vries", "", "", "", "", "", false);
    }

    private static Iterable<String> faults(Person person, Reach reach, Ask ask, Agreement agreement) {
        return DraftRules.judge(new Draft("", EMPTY.placer(), EMPTY.opened(), person, reach, ask, agreement), TODAY)
                .keySet();
    }
}
