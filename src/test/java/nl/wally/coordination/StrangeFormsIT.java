package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import nl.wally.ServerIT;
import nl.wally.people.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a browser sends, the pages of a coordinator say on a page what is wrong with it, and do not fail. */
class StrangeFormsIT extends ServerIT {
    private static final String LONG = "x".repeat(15_000);
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final List<String> failed = new ArrayList<>();
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        visitor = new Visitor(server.base());
        visitor.signIn("coordinator", "demo");
        visitor.get("/coordination/people/new");
    }

    @Test
    void addresses() {
        List.of(
                        "/coordination/people/new?practice=practice-1,x",
                        "/coordination/people/new?practice=%00",
                        "/coordination/meetings/new",
                        "/coordination/meetings/new?practice=",
                        "/coordination/meetings/new?practice=a%7Cb%5C",
                        "/coordination/meetings/nothing",
                        "/coordination/referrals/a%20b",
                        "/coordination/referrals/" + NOBODY + "?done=%3Cb%3E",
                        "/coordination/absences/wally-1/999",
                        "/coordination/absences/wally-1/1000",
                        "/coordination/absences/new?person='%3C",
                        "/coordination/practices/nothing",
                        "/numbers?quarter=",
                        "/numbers?quarter=9999-Q9",
                        "/numbers/abc.csv",
                        "/numbers/2020-Q1.csv",
                        "/directory?page=abc",
                        "/directory?page=2147483647",
                        "/directory?page=-2147483648&area=nothing&text=" + "%F0%9F%98%80".repeat(40),
                        "/directory?text=%00",
                        "/directory/a'b",
                        "/directory/%20",
                        "/directory/" + "x".repeat(200),
                        "/directory/edit/a'b",
                        "/directory/import/abc",
                        "/directory/import/" + NOBODY,
                        "/directory/import?added=x&changed=1")
                .forEach(path -> look(path, visitor.get(path)));
        assertThat(failed).isEmpty();
    }

    @Test
    void daysAndTimes() {
        for (String day :
                List.of("+999999999-12-31", "-999999999-01-01", "0000-01-01", "0001-01-01", "9999-12-31", LONG)) {
            send("/coordination/absences/new", "person", "wally-1", "from", day, "until", day, "substitute", "x");
            send(
                    "/coordination/absences/new",
                    "person",
                    "wally-1",
                    "from",
                    "2031-01-01",
                    "until",
                    day,
                    "substitute",
                    "x");
            send("/coordination/people/wally-1", "deed", "leave", "last", day, "version", "0");
            send("/coordination/practices/practice-1/places/contact", "person", "x y", "from", day, "version", "0");
            send(
                    "/coordination/meetings/new",
                    "practice",
                    "practice-1",
                    "day",
                    day,
                    "begins",
                    "09:00",
                    "ends",
                    "10:00");
            send("/coordination/people/new", "given", LONG, "family", "\u0000", "code", "wally", "from", day);
        }
        for (String time : List.of("09:00:30.5", "24:00", "23:59:59.999999999", LONG)) {
            send(
                    "/coordination/people/wally-1",
                    "works-MONDAY",
                    "yes",
                    "from-MONDAY",
                    "08:00",
                    "until-MONDAY",
                    time,
                    "phone",
                    "0570-123456",
                    "version",
                    "0");
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void textsAndNothingAtAll() {
        send("/coordination/people/wally-1", "phone", LONG, "email", LONG);
        send("/coordination/practices/new", "name", "A\u0000B");
        send("/coordination/practices/practice-1/contact", "name", "\u0001", "phone", "0570-123456", "version", "x y");
        send("/coordination/practices/practice-1/agreements", "way", "A", "routine", "99999999999", "urgent", "1");
        send(
                "/coordination/practices/practice-1/agreements",
                "way",
                "A",
                "routine",
                "3",
                "urgent",
                "1",
                "feedback",
                "\u0000",
                "emergency",
                LONG,
                "version",
                "0");
        send("/coordination/practices/practice-1/places/contact");
        send("/coordination/practices/practice-1/places/nothing", "from", "2031-01-01");
        send("/coordination/meetings/new");
        send("/coordination/meetings/nothing", "deed", "held");
        send("/coordination/referrals/" + NOBODY, "deed", "hand-over");
        send("/directory/edit");
        send("/directory/edit", "name", LONG, "provider", LONG, "what", "\u0000", "when", LONG, "email", LONG);
        send("/directory/edit", "name", "A", "provider", "B\u0000", "newprovider", "yes", "what", "\u0001\uD800");
        send("/directory/edit/a'b", "name", "A");
        send("/directory/import", "file", "x");
        send("/directory/import/" + NOBODY);
        send("/directory/import/" + NOBODY, "seen", "1");
        send("/directory/debt-desk");
        send("/directory/debt-desk", "version", "x y", "active", "true");
        send("/directory/debt-desk", "version", "1", "active", "perhaps");
        assertThat(failed).isEmpty();
    }

    private void send(String path, String... fields) {
        look(path + " " + String.join(" ", fields), visitor.post(path, fields));
    }

    private void look(String what, HttpResponse<String> answer) {
        String said = what.substring(0, Math.min(what.length(), 140));
        if (answer.statusCode() >= 500
                || answer.statusCode() >= 400 && !answer.body().contains("<h1")) {
            failed.add(answer.statusCode() + " " + said);
        }
    }
}
