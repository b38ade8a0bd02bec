package nl.wally.referring;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who receives a referral that is sent now, as the practice knows them (W-12).
 *
 * @param standing how this one stands in the team now
 * @param name empty for nobody
 * @param phone empty when the directory has none
 * @param photo the id of the Practitioner whose photo there is; empty without one
 * @param days on which they work
 * @param fixed the fixed Wally who is away; empty when that is the receiver, or there is none
 * @param back when the one who is away is there again, as far as is known
 * @param routine by which day the person is called, and {@code urgent} when it is urgent
 * @param emergency what was agreed for an emergency; empty when nothing was
 */
record Receiver(
        Standing standing,
        String name,
        String phone,
        String photo,
        List<DayOfWeek> days,
        String fixed,
        Optional<LocalDate> back,
        LocalDate routine,
        LocalDate urgent,
        String emergency) {
    enum Standing {
        FIXED,
        STANDS_IN,
        /** Away, like everybody else: the coordinator is told. */
        AWAY,
        NOBODY
    }
}
