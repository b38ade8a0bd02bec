package nl.wally.mail;

import static nl.wally.shared.Words.words;

import nl.wally.shared.Words;

/** Why somebody gets a letter. It says what kind of thing waits, never about whom. */
enum LetterKind {
    // To the Wally.
    NEW_REFERRAL(words("A new referral is waiting for you")),
    HANDED_OVER(words("A referral was handed over to you")),
    ANSWER(words("An answer to your question is waiting for you")),
    MESSAGE(words("A message about a referral is waiting for you")),
    STOP_REQUEST(words("A request to stop is waiting for you")),
    REMINDER(words("Soon the time is over for something that was promised")),
    OVERDUE(words("The time is over for something that was promised")),
    /** To who is next in line: the substitute, who may act from now on, and after that the coordinator. */
    ESCALATED(words("A referral has waited too long and now needs you")),

    // To the practice.
    FEEDBACK(words("Feedback on a referral is waiting for you")),
    QUESTION(words("A question about a referral is waiting for you")),
    STOP_DECLINED(words("An answer to your request to stop is waiting for you")),
    CLOSED(words("A referral was closed")),

    // To the coordinator.
    UNATTENDED(words("A referral came in and nobody is there for it")),
    GAP(words("A place in a team is empty")),
    ALL_AWAY(words("Everybody who may receive the referrals of a practice will be away")),
    UNDELIVERABLE(words("E-mail to somebody you coordinate does not arrive")),

    /** To both sides (W-11). */
    MEETING(words("It is time for the quarterly meeting of practice and Wally"));

    private final Words says;

    LetterKind(Words says) {
        this.says = says;
    }

    /** In one line, also the subject. */
    Words says() {
        return says;
    }

    /** Whether it is sent at once, whatever somebody chose: a person is waiting, and nobody else will act (W-1, W-8). */
    boolean isUrgent() {
        return this == OVERDUE || this == ESCALATED || this == UNATTENDED;
    }
}
