package nl.wally.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The style sheet and the scripts of the pages for people. */
@Controller
final class AssetController {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping(PeopleConfig.ASSETS + "/{name}")
    void asset(
            @PathVariable String name,
            @RequestParam(name = "v", required = false) @Nullable String version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted,
            HttpServletResponse response)
            throws IOException {
        Optional<Asset> found = Asset.named(name);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asset asset = found.get();
        boolean compressed = accepted.contains("gzip");
        byte[] content = compressed ? asset.compressed() : asset.content();
        response.setContentType(asset.type());
        response.setContentLength(content.length);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (compressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        // What is asked for by another version may be another thing after an upgrade.
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                (asset.version().equals(version) ? FOR_GOOD : CacheControl.noCache()).getHeaderValue());
        response.getOutputStream().write(content);
    }
}
