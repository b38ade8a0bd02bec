package nl.wally.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.wally.people.IdentitiesFile.BrokenException;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesFileTest {
    private static final String SANNE = """
            - issuer: https://login.example/realms/wally
              subject: 007
              capacity: social-worker
              organization: Organization/social-1
              practitioner-role: PractitionerRole/wally-1
            """;

    @Test
    void readsWhoMayActAsWhom() throws BrokenException {
        assertThat(IdentitiesFile.parse(SANNE))
                .containsExactly(new Position(
                        new Identity("https://login.example/realms/wally", "007"),
                        Capacity.SOCIAL_WORKER,
                        "Organization/social-1",
                        "PractitionerRole/wally-1"));
        assertThat(IdentitiesFile.parse("[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subject: 007                                | subject: ''                     | entry 1: subject is missing
            social-worker                               | wally                           | entry 1: capacity is
            social-worker                               | system                          | entry 1: nobody is the server
            Organization/social-1                       | Welzijn Noord                   | entry 1: organization is written
            PractitionerRole/wally-1                    | Sanne                           | entry 1: practitioner-role is
            practitioner-role: PractitionerRole/wally-1 | ''                              | entry 1: a social-worker acts as
            https://login.example/realms/wally          | login                           | entry 1: issuer is the address
            subject: 007                                | email: sanne@social.example     | : not expected here: email
            subject: 007                                | issuer: https://other.example   | line 2
            """)
    void refusesAFileWithAMistakeAndSaysWhere(String right, String wrong, String message) {
        assertThatThrownBy(() -> IdentitiesFile.parse(SANNE.replace(right, wrong)))
                .isInstanceOf(BrokenException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("sanne@social.example");
    }

    @Test
    void refusesWhatIsNoListOfPositions() {
        for (String text : new String[] {"", "sanne", "{}", "- sanne", "-", "\tx", SANNE + SANNE, "- [1]"}) {
            assertThatThrownBy(() -> IdentitiesFile.parse(text)).as(text).isInstanceOf(BrokenException.class);
        }
    }
}
