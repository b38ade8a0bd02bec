package nl.wally.referring;

import java.time.LocalDate;

/**
 * A referral that was sent, as its page and the letter for the person tell of it.
 *
 * @param task the id of its Task
 * @param number that people say over the phone
 * @param person what the person is called
 * @param practice what the practice is called
 * @param practicePhone empty when the directory has none
 * @param receiver who will call; empty when the team has nobody
 * @param phone of who will call; empty when the directory has none
 * @param attended whether somebody was there to receive it
 * @param due the day by which the person is called (G-DUE)
 * @param agreed the day on which the person agreed (W-2)
 * @param content whether the person agreed that the GP hears what was talked about
 * @param safe whether the person can safely be called at home, as far as anybody said otherwise
 */
record Sent(
        String task,
        String number,
        String person,
        String practice,
        String practicePhone,
        String receiver,
        String phone,
        boolean attended,
        LocalDate due,
        LocalDate agreed,
        boolean content,
        boolean safe) {}
