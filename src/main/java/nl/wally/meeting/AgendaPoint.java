package nl.wally.meeting;

import java.util.Locale;

/** Why a referral is discussed, those first that need it most; CodeSystem {@code waw-agenda-point}. */
enum AgendaPoint {
    OVERDUE,
    UNATTENDED,
    STOP_ASKED,
    WAITING,
    NOT_BEGUN,
    UNDER_WAY,
    ENDED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
