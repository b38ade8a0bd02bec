package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.FhirClient.Answer;

/** What tests expect of an answer; the body says what went wrong otherwise. */
public final class Answers {
    private Answers() {}

    /** It was done; returns the same answer. */
    public static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** It was refused, for exactly these problems. */
    public static void refused(Answer answer, int status, String... problems) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problems()).as(answer.body()).containsExactly(problems);
    }
}
