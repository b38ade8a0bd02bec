package nl.wally.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @Test
    void goesToAPathOfOurs() {
        assertThat(Destination.orHome("/worklist/Task/1-a.b")).isEqualTo("/worklist/Task/1-a.b");
        assertThat(Destination.orHome(null)).isEqualTo("/home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
                        "https://evil.example",
                "https:/evil.example", "javascript:alert(1)", "/me?next=//evil.example", "/me#x", "/../x", "/me//x",
                        "/%2fevil",
                "/me\nSet-Cookie: x=y", "/me\r", " /me", "/@evil.example", "/me/", "/é"
            })
    void goesNowhereElse(String path) {
        assertThat(Destination.ours(path)).isEmpty();
    }
}
