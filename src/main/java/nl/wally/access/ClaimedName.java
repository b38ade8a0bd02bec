package nl.wally.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody says to be. Nothing of the token is checked, and no more of it is read than up to the name. Of use only to
 * whoever can do no harm by believing a lie.
 *
 * @param claim which one names the client
 */
record ClaimedName(String claim) {
    private static final String BEARER = "Bearer ";
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * The name; empty when nothing is said that a token could say.
     *
     * @param authorization the header, as anybody may send it
     */
    Optional<String> in(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String[] parts = authorization.substring(BEARER.length()).split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try (JsonParser claims = JSON.createParser(Base64.getUrlDecoder().decode(parts[1]))) {
            return named(claims);
        } catch (IOException | IllegalArgumentException unreadable) {
            // What is no token is refused where tokens are checked.
            return Optional.empty();
        }
    }

    private Optional<String> named(JsonParser claims) throws IOException {
        if (claims.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (claims.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = claims.currentName().equals(claim);
            JsonToken value = claims.nextToken();
            if (found) {
                return value == JsonToken.VALUE_STRING ? Optional.of(claims.getText()) : Optional.empty();
            }
            claims.skipChildren();
        }
        return Optional.empty();
    }
}
